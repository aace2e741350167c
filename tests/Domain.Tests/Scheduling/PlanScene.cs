using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>Two facilities in two regions, eight slots of 15 minutes: small enough to reckon by hand.</summary>
static class PlanScene
{
    public const int Slots = 8;

    public static ImmutableArray<double> Flat(double value) => [.. Enumerable.Repeat(value, Slots)];

    public static FacilityOffer Facility(string id, int region, double price = 0.5) => new()
    {
        Id = FacilityId.Parse(id),
        Region = region,
        Curve = new(10, 1.2, 0.001),
        BaseKw = Flat(40),
        LimitKw = Flat(100),
        Price = Flat(price),
        Carbon = Flat(500),
    };

    public static Workload Job(string id, int units = 4, int duration = 2, int release = 0, int deadline = Slots) => new()
    {
        Id = id,
        Tenant = "T1",
        Kind = PoolKind.Gpu,
        Units = units,
        Duration = duration,
        Release = release,
        Deadline = deadline,
        Origin = 0,
        DataRegion = 0,
        UnservedPenalty = 1000,
    };

    public static PlanningInput Input(params ImmutableArray<Workload> workloads) => new()
    {
        StartsAt = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
        Slots = Slots,
        Regions = [new("A", RegionKind.Core), new("B", RegionKind.Base)],
        Facilities = [Facility("A-01", 0), Facility("B-01", 1, price: 0.3)],
        Pools = [new(0, PoolKind.Gpu, 1, Flat(10), []), new(1, PoolKind.Gpu, 1, Flat(10), [])],
        Workloads = workloads,
        Links = [new(0, 1, 3, 10, 0.01), new(1, 0, 3, 10, 0.01)],
    };

    public static Plan Plan(PlanningInput input, PlanPrices? warm = null) => Planner.Make(
        input, PlanEffort.Cold with { PriceIterations = 60, SearchRounds = 200, ChurnShare = 1 }, warm, CancellationToken.None, TestContext.Current.CancellationToken);

    public static Placement At(int facility, int from, int to, int units = 4) => new(facility, [new(from, to, units)]);
}
