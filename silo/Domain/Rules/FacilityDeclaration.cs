using DcOps.Domain.Topology;

namespace DcOps.Domain.Rules;

/// <summary>What is declared of a facility besides its racks and meters: by whom it is judged, grouped and listed.</summary>
/// <param name="Owner">Who operates it; null when not declared.</param>
/// <param name="Groups">Groups it counts in, as in <c>dual-core</c>, <c>three-zones</c>, <c>four-bases</c>; empty is none.</param>
/// <param name="IsConvertible">Whether it can be rebuilt to today's limits; null when nobody has looked.</param>
public sealed record FacilityDeclaration(
    FacilityId Facility, FacilityProfile Profile, string? Owner, ImmutableArray<string> Groups, bool? IsConvertible)
{
    /// <summary>Nothing is declared: scopes that ask for anything are then not answered.</summary>
    public static FacilityDeclaration Unknown(FacilityId facility, string region) => new(
        facility, new(region, [], null, null, null, null, null, null, null, null), null, [], null);
}
