namespace DcOps.Grains.Placement;

/// <summary>
/// Where the grains of a facility are: all in one silo, so that a reading and its sums stay in one process. Grains are keyed by the
/// facility or below it; the host says which silo it is.
/// </summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("FacilityPlacement")]
public sealed class FacilityPlacement : PlacementStrategy
{
    /// <summary>The facility of a grain's key: <c>NJ-01</c> of <c>NJ-01/R01/A03</c>.</summary>
    public static ReadOnlySpan<char> FacilityOf(ReadOnlySpan<char> key) =>
        key.IndexOf('/') is >= 0 and var slash ? key[..slash] : key;
}
