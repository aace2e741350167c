using DcOps.Domain.Scheduling.Model;

namespace DcOps.Simulator.Computing;

/// <summary>
/// A province by the figures of its plan: two large cores, support regions, bases and a western hub; a few large facilities and many old
/// small ones; time-of-use tariffs with a sharp peak; carbon with a solar dip. The same seed gives the same province.
/// </summary>
public static class ProvinceOf
{
    public const int Slots = 96;

    static readonly RegionKind[] Kinds =
    [
        RegionKind.Core, RegionKind.Core, RegionKind.Support, RegionKind.Support, RegionKind.Support,
        RegionKind.Base, RegionKind.Base, RegionKind.Base, RegionKind.Base, RegionKind.WesternHub,
    ];

    public static PlanningInput Make(ProvinceScene scene)
    {
        var random = new Random(scene.Seed);
        ImmutableArray<ComputeRegion> regions =
            [.. Kinds.Select((kind, index) => new ComputeRegion($"R{index}", kind, kind != RegionKind.WesternHub))];
        var facilities = ImmutableArray.CreateBuilder<FacilityOffer>();
        var pools = ImmutableArray.CreateBuilder<CapacityOffer>();
        for (var index = 0; index < scene.Facilities; index++)
        {
            var (facility, mine) = FacilityOf.Make(random, index, scene, Kinds.Length);
            facilities.Add(facility);
            pools.AddRange(mine);
        }

        var links = ImmutableArray.CreateBuilder<NetworkLink>();
        for (var from = 0; from < Kinds.Length; from++)
        {
            for (var to = 0; to < Kinds.Length; to++)
            {
                if (from == to)
                    continue;
                var isFar = Kinds[from] == RegionKind.WesternHub || Kinds[to] == RegionKind.WesternHub;
                links.Add(new(from, to, isFar ? 16 : 1.5 + (0.6 * Math.Abs(from - to)), isFar ? 100 : 400, isFar ? 0.02 : 0.01));
            }
        }

        var input = new PlanningInput
        {
            StartsAt = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8)),
            Regions = regions,
            Facilities = facilities.ToImmutable(),
            Pools = pools.ToImmutable(),
            Workloads = [],
            Links = links.ToImmutable(),
            CarbonPrice = 0.08,
            ChurnPrice = 2,
            Limits = scene.HasGridTerms ? [new(1, 68, 76, 0.9 * RegionBase(facilities, 1), 2.5)] : [],
        };
        var workloads = WorkloadsOf.Make(random, input, scene);
        return input with { Workloads = workloads, Quotas = QuotasOf(workloads) };
    }

    static double RegionBase(IEnumerable<FacilityOffer> facilities, int region) =>
        Math.Max(1, facilities.Where(facility => facility.Region == region).Sum(facility => 1.3 * facility.BaseKw[70]));

    public static ImmutableArray<TenantQuota> QuotasOf(ImmutableArray<Workload> workloads) =>
    [
        .. workloads.GroupBy(workload => (workload.Tenant, workload.Kind))
            .OrderBy(group => group.Key.Tenant, StringComparer.Ordinal).ThenBy(group => group.Key.Kind)
            .Select(group => new TenantQuota(
                group.Key.Tenant,
                group.Key.Kind,
                Math.Max(5 * group.Max(workload => workload.Units), Math.Ceiling(3 * group.Sum(workload => (double)workload.Units * workload.Duration) / Slots)))),
    ];
}
