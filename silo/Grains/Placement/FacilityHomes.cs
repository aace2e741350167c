using System.Text;
using Orleans.Runtime.Placement;

namespace DcOps.Grains.Placement;

/// <summary>
/// Which silo is a facility's home: the one whose address scores highest with the facility's name (rendezvous hashing). Every silo
/// comes to the same answer alone; one that joins takes its share from all, one that leaves gives its share to all, and nothing else moves.
/// </summary>
public sealed class FacilityHomes : IPlacementDirector
{
    const ulong FnvOffset = 14_695_981_039_346_656_037;
    const ulong FnvPrime = 1_099_511_628_211;

    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(Of(target.GrainIdentity.Key.ToString() ?? "", context.GetCompatibleSilos(target)));

    /// <summary>The home of a grain's key among these silos.</summary>
    /// <param name="silos">At least one. Generations do not count: a silo that restarts has the same facilities again.</param>
    /// <exception cref="ArgumentException">There is no silo.</exception>
    public static SiloAddress Of(string key, IReadOnlyCollection<SiloAddress> silos)
    {
        if (silos.Count == 0)
            throw new ArgumentException("There is no silo that could be anybody's home.", nameof(silos));
        var facility = FacilityPlacement.FacilityOf(key).ToString();
        return silos.OrderByDescending(silo => Score(facility, silo.Endpoint.ToString())).ThenBy(silo => silo).First();
    }

    static ulong Score(string facility, string silo)
    {
        var hash = FnvOffset;
        foreach (var part in Encoding.UTF8.GetBytes($"{facility}|{silo}"))
            hash = (hash ^ part) * FnvPrime;

        // FNV leaves the upper bits of short texts alike; the finish of SplitMix64 spreads them.
        hash = (hash ^ (hash >> 30)) * 0xBF58_476D_1CE4_E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D0_49BB_1331_11EB;
        return hash ^ (hash >> 31);
    }
}
