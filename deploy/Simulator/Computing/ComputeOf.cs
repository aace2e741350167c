using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Computing;

/// <summary>
/// What the played data centres offer to be computed with, and a day of jobs for them. Load, power limits and power curves are only
/// declared here: the product measures them.
/// </summary>
public static class ComputeOf
{
    /// <summary>Folder of the tables, beside the configuration.</summary>
    public const string Folder = "planning";

    const int JobsPerFacility = 20;
    const int MostJobs = 2_000;
    const double Load = 0.35;
    const double Oversubscribed = 1.15;
    const double BusyShare = 0.55;

    static readonly double[] KwPerUnit = [0.01, 0.8, 0.5, 0.02];

    /// <param name="instant">The tables begin with its day in China.</param>
    public static PlanningInput Make(ProvincePlan plan, DateTimeOffset instant)
    {
        var random = new Random((int)(plan.Seed % int.MaxValue));
        var cities = plan.Facilities.Select(facility => facility.City.City.Code.Value).Distinct().ToList();
        var facilities = plan.Facilities.Select(facility => Offer(facility, cities.IndexOf(facility.City.City.Code.Value))).ToImmutableArray();

        // A hub far away, where nothing of this province stands: jobs' users are not there, and its link is slow.
        ImmutableArray<ComputeRegion> regions =
        [
            .. cities.Select((city, index) => new ComputeRegion(city, KindOf(index), IsInProvince: true)),
            new("WEST", RegionKind.WesternHub, IsInProvince: false),
        ];
        var input = new PlanningInput
        {
            StartsAt = BusinessCalendar.Shanghai.DayOf(instant).From.ToOffset(TimeSpan.FromHours(8)),
            Regions = regions,
            Facilities = facilities,
            Pools = [.. plan.Facilities.SelectMany((facility, index) => Pools(facility, index))],
            Workloads = [],
            Links = [.. Links(regions)],
            CarbonPrice = 0.08,
            ChurnPrice = 2,
        };
        var jobs = WorkloadsOf.Make(
            random, input,
            new(facilities.Length, Math.Min(MostJobs, JobsPerFacility * facilities.Length), Load, random.Next()) { ElasticShare = 0.1, HasGridTerms = true });
        return input with { Workloads = jobs, Quotas = ProvinceOf.QuotasOf(jobs) };
    }

    static RegionKind KindOf(int index) => index switch { < 2 => RegionKind.Core, < 5 => RegionKind.Support, _ => RegionKind.Base };

    static FacilityOffer Offer(FacilityPlan facility, int region)
    {
        var kilowatts = facility.ItCapacity.Kilowatts;
        var isOld = facility.Age.Years >= 8;
        return new()
        {
            Id = facility.Id,
            Region = region,
            SecurityGrade = facility.Kind is SiteKind.Finance or SiteKind.Government ? 4 : 3,
            Curve = new(0.06 * kilowatts, 1.1 + (0.012 * facility.Age.Years), 0.06 / kilowatts),
            BaseKw = FacilityOf.Series(slot => BusyShare * kilowatts * (1 + (0.1 * FacilityOf.Wave(slot, 14)))),
            LimitKw = FacilityOf.Series(slot => kilowatts * (0.96 - (0.03 * Math.Max(0, FacilityOf.Wave(slot, 15))))),
            Price = FacilityOf.Series(slot => FacilityOf.Tariff(slot, region)),
            Carbon = FacilityOf.Series(slot => 560 + (10 * region) - (90 * Math.Max(0, FacilityOf.Wave(slot, 12.5)))),
            DemandCharge = 1.2,
            BilledPeakKw = kilowatts,
            IsLowEfficiency = isOld,
        };
    }

    static IEnumerable<CapacityOffer> Pools(FacilityPlan facility, int index)
    {
        double[] shares = facility.Kind == SiteKind.AiTraining ? [0.1, 0.75, 0.1, 0.05] : [0.5, 0.2, 0.15, 0.15];
        var free = Oversubscribed * (1 - BusyShare) * facility.ItCapacity.Kilowatts;
        for (var kind = 0; kind < shares.Length; kind++)
        {
            var units = Math.Floor(shares[kind] * free / KwPerUnit[kind]);
            if (units > 0)
                yield return new(index, (PoolKind)kind, KwPerUnit[kind], [.. Enumerable.Repeat(units, ProvinceOf.Slots)], []);
        }
    }

    static IEnumerable<NetworkLink> Links(ImmutableArray<ComputeRegion> regions)
    {
        for (var from = 0; from < regions.Length; from++)
        {
            for (var to = 0; to < regions.Length; to++)
            {
                if (from == to)
                    continue;
                var isFar = !regions[from].IsInProvince || !regions[to].IsInProvince;
                yield return new(from, to, isFar ? 16 : 1.5 + (0.4 * Math.Abs(from - to)), isFar ? 100 : 400, isFar ? 0.02 : 0.01);
            }
        }
    }
}
