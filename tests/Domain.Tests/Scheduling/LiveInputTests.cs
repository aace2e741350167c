using DcOps.Domain.Scheduling.Headroom;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Scheduling.MarginalPue;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>Measurement in the place of declaration, and inputs that move with the clock.</summary>
public sealed class LiveInputTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8));
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");
    static readonly PowerCurve Fitted = new(20, 1.3, 0.0002);

    [Fact]
    public void A_measured_limit_binds_where_it_is_lower_and_the_tables_elsewhere()
    {
        var input = Input() with { Facilities = [Offer() with { LimitKw = [.. Enumerable.Range(0, 96).Select(slot => slot < 48 ? 100.0 : 900)] }] };

        var (live, notes) = LiveInput.Apply(input, Truths(Truth(Start, 400, 600)), Start);

        Assert.Equal((100, 600), (live.Facilities[0].LimitKw[0], live.Facilities[0].LimitKw[95]));
        Assert.Equal(("ups", 400.0), (notes[0].BoundBy, notes[0].PeakKw));
    }

    [Fact]
    public void The_fitted_curve_of_the_temperature_stands_beside_its_points_and_the_fall_back_is_the_tables_own()
    {
        var bins = ImmutableArray.Create(
            new CurveBin(0, new(10, 1.1, 0), 0.97, 1, 120, IsFallBack: false), new CurveBin(10, Fitted, 0.93, 2, 80, IsFallBack: false));

        var warm = LiveInput.Apply(Input(), Truths(Truth(Start, 400, 600) with { Curves = bins, OutdoorCelsius = 14 }), Start);
        var none = LiveInput.Apply(Input(), Truths(Truth(Start, 400, 600)), Start);

        Assert.Equal(Fitted, warm.Input.Facilities[0].Curve);
        Assert.Equal((0.93, 80), (warm.Notes[0].RSquared, warm.Notes[0].Points));
        Assert.Equal(Fitted.MarginalPue(400), warm.Notes[0].MarginalPue, 9);
        Assert.Equal(Offer().Curve, none.Input.Facilities[0].Curve);
        Assert.Null(none.Notes[0].RSquared);
    }

    [Fact]
    public void A_facility_not_measured_for_a_quarter_hour_is_silent_and_one_that_is_not_monitored_is_declared()
    {
        var stale = LiveInput.Apply(Input(), Truths(Truth(Start, 400, 600)), Start + LiveInput.SilentAfter + TimeSpan.FromSeconds(1));
        var elsewhere = LiveInput.Apply(Input(), new Dictionary<FacilityId, FacilityTruth>(), Start);

        Assert.Equal((OfferStatus.Silent, TruthState.Silent), (stale.Input.Facilities[0].Status, stale.Notes[0].State));
        Assert.Equal((OfferStatus.Live, TruthState.Declared), (elsewhere.Input.Facilities[0].Status, elsewhere.Notes[0].State));
    }

    [Fact]
    public void A_forecast_that_never_came_gives_way_to_the_measured_peak_and_one_that_came_to_its_p90()
    {
        var day = LiveInput.Apply(Input(), Truths(Truth(Start, 400, 600)), Start);
        var load = Enumerable.Range(-96 * 5, 96 * 5).Select(quarter => new LoadSample(Start.AddMinutes(15 * quarter), 300 + (quarter % 96 == -1 ? 50 : 0)));
        var week = LiveInput.Apply(Input(), Truths(Truth(Start, 400, 600) with { Load = [.. load] }), Start);

        Assert.Equal((BaseSource.MeasuredPeak, 400), (day.Notes[0].BaseFrom, day.Input.Facilities[0].BaseKw[50]));
        Assert.Equal(BaseSource.Forecast, week.Notes[0].BaseFrom);
        Assert.Equal((300, 350), (week.Input.Facilities[0].BaseKw[10], week.Input.Facilities[0].BaseKw[95]));

        // The one quarter-hour that is higher than the others is in the last.
        Assert.All(BaseForecast.Errors([.. load], 24).Take(23), error => Assert.InRange(error.MeanAbsoluteShare!.Value, 0, 0.002));
    }

    [Fact]
    public void What_has_passed_falls_out_and_series_go_on_with_the_same_time_of_their_last_day()
    {
        var input = Input() with
        {
            Facilities = [Offer() with { Price = [.. Enumerable.Range(0, 96).Select(slot => (double)slot)] }],
            Limits = [new(0, 2, 6, 500, null), new(0, 0, 3, 500, null)],
            Workloads = [Job("past", 0, 4), Job("now", 0, 40), Job("later", 60, 90)],
        };

        var rolled = PlanRoll.To(input, Start.AddMinutes(65), isDaily: false, new Dictionary<string, Placement>(), Start)!;

        Assert.Equal(Start.AddHours(1), rolled.StartsAt);
        Assert.Equal([4, 95, 0, 3], new[] { 0, 91, 92, 95 }.Select(slot => rolled.Facilities[0].Price[slot]));
        Assert.Equal([("now", 0, 36), ("later", 56, 86)], rolled.Workloads.Select(job => (job.Id, job.Release, job.Deadline)));
        Assert.Equal((0, 2), (Assert.Single(rolled.Limits).From, rolled.Limits[0].To));
        Assert.Null(PlanRoll.To(input, Start.AddDays(1), isDaily: false, new Dictionary<string, Placement>(), Start));
    }

    [Fact]
    public void Daily_jobs_come_again_under_their_date()
    {
        var input = Input() with { Workloads = [Job("train", 8, 40)] };

        var rolled = PlanRoll.To(input, Start.AddHours(30), isDaily: true, new Dictionary<string, Placement>(), Start)!;

        Assert.Equal([("train@2026-03-03", 0, 16), ("train@2026-03-04", 80, 96)], rolled.Workloads.Select(job => (job.Id, job.Release, job.Deadline)));
    }

    [Fact]
    public void What_began_stays_what_has_ended_is_not_planned_twice_and_what_is_to_come_may_move()
    {
        var input = Input() with { Workloads = [Job("began", 0, 40), Job("done", 0, 40), Job("next", 0, 40)] };
        var standing = new Dictionary<string, Placement>
        {
            ["began"] = new(0, [new(2, 6, 4)]),
            ["done"] = new(0, [new(0, 4, 4)]),
            ["next"] = new(0, [new(20, 24, 4)]),
        };

        var rolled = PlanRoll.To(input, Start.AddHours(1), isDaily: false, standing, Start)!;

        Assert.Equal(["began", "next"], rolled.Workloads.Select(job => job.Id));
        Assert.Equal((Flexibility.Locked, 2, new SlotRun(0, 2, 4)), (rolled.Workloads[0].Flexibility, rolled.Workloads[0].Duration, rolled.Workloads[0].Current!.Runs[0]));
        Assert.Equal((Flexibility.Deferrable, 4, new SlotRun(16, 20, 4)), (rolled.Workloads[1].Flexibility, rolled.Workloads[1].Duration, rolled.Workloads[1].Current!.Runs[0]));
        Assert.All(rolled.Workloads, job => Assert.True(job.IsApproved));
    }

    static PlanningInput Input() => new()
    {
        StartsAt = Start,
        Regions = [new("NJ", RegionKind.Core)],
        Facilities = [Offer()],
        Pools = [new(0, PoolKind.Gpu, 1, [.. Enumerable.Repeat(100.0, 96)], [])],
        Workloads = [],
    };

    static FacilityOffer Offer() => new()
    {
        Id = Site,
        Region = 0,
        Curve = new(5, 1.2, 0),
        BaseKw = Flat(200),
        LimitKw = Flat(900),
        Price = Flat(0.6),
        Carbon = Flat(500),
    };

    static Workload Job(string id, int release, int deadline) => new()
    {
        Id = id,
        Tenant = "T",
        Kind = PoolKind.Gpu,
        Units = 4,
        Duration = 4,
        Release = release,
        Deadline = deadline,
        Origin = 0,
        DataRegion = 0,
        UnservedPenalty = 100,
    };

    static ImmutableArray<double> Flat(double value) => [.. Enumerable.Repeat(value, 96)];

    static FacilityTruth Truth(DateTimeOffset seen, double peak, double limit) =>
        new(Site, seen, new(limit, limit - peak, LimitKind.Ups, ["ups-1"], peak / limit), [new(seen, peak)], [], null);

    static Dictionary<FacilityId, FacilityTruth> Truths(FacilityTruth truth) => new() { [Site] = truth };
}
