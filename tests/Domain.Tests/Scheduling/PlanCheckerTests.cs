using DcOps.Domain.Scheduling.Checking;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Tests.Scheduling;

public sealed class PlanCheckerTests
{
    static ViolationKind[] Kinds(PlanningInput input, params Placement?[] placements) =>
        [.. PlanChecker.Check(input, placements).Violations.Select(violation => violation.Kind).Distinct()];

    [Fact]
    public void Finds_nothing_in_a_plan_that_keeps_every_rule() =>
        Assert.Empty(Kinds(PlanScene.Input(PlanScene.Job("J1")), PlanScene.At(1, 0, 2)));

    [Fact]
    public void Finds_a_start_before_the_release_and_an_end_after_the_deadline()
    {
        var input = PlanScene.Input(PlanScene.Job("J1", release: 2, deadline: 5));

        Assert.Equal([ViolationKind.Window], Kinds(input, PlanScene.At(0, 1, 3)));
        Assert.Equal([ViolationKind.Window], Kinds(input, PlanScene.At(0, 4, 6)));
    }

    [Fact]
    public void Finds_work_cut_short() =>
        Assert.Equal([ViolationKind.Work], Kinds(PlanScene.Input(PlanScene.Job("J1", duration: 3)), PlanScene.At(0, 0, 2)));

    [Fact]
    public void Finds_a_pause_in_work_that_must_run_through() => Assert.Equal(
        [ViolationKind.Shape],
        Kinds(PlanScene.Input(PlanScene.Job("J1")), new Placement(0, [new(0, 1, 4), new(3, 4, 4)])));

    [Fact]
    public void Finds_more_units_than_a_pool_has()
    {
        var input = PlanScene.Input(PlanScene.Job("J1", units: 6), PlanScene.Job("J2", units: 6));

        Assert.Equal([ViolationKind.Pool], Kinds(input, PlanScene.At(0, 0, 2, 6), PlanScene.At(0, 1, 3, 6)));
    }

    [Fact]
    public void Finds_more_power_than_redundancy_allows()
    {
        var input = PlanScene.Input(PlanScene.Job("J1"));
        input = input with { Facilities = [input.Facilities[0] with { LimitKw = PlanScene.Flat(43) }, input.Facilities[1]] };

        Assert.Equal([ViolationKind.Power], Kinds(input, PlanScene.At(0, 0, 2)));
    }

    [Fact]
    public void Finds_a_quota_exceeded_over_all_facilities()
    {
        var input = PlanScene.Input(PlanScene.Job("J1"), PlanScene.Job("J2")) with { Quotas = [new("T1", PoolKind.Gpu, 6)] };

        Assert.Equal([ViolationKind.Quota], Kinds(input, PlanScene.At(0, 0, 2), PlanScene.At(1, 0, 2)));
        Assert.Empty(Kinds(input, PlanScene.At(0, 0, 2), PlanScene.At(1, 2, 4)));
    }

    [Fact]
    public void Finds_a_facility_of_too_low_a_grade_or_too_far_away_or_out_of_the_province_or_without_the_stack()
    {
        var job = PlanScene.Job("J1");

        Assert.Equal([ViolationKind.Grade], Kinds(PlanScene.Input(job with { SecurityGrade = 4 }), PlanScene.At(0, 0, 2)));
        Assert.Equal([ViolationKind.Latency], Kinds(PlanScene.Input(job with { Latency = LatencyClass.City }), PlanScene.At(1, 0, 2)));
        var outside = PlanScene.Input(job with { MayLeaveProvince = false });
        outside = outside with { Regions = [outside.Regions[0], outside.Regions[1] with { IsInProvince = false }] };
        Assert.Equal([ViolationKind.Residency], Kinds(outside, PlanScene.At(1, 0, 2)));
        var input = PlanScene.Input(job with { Stack = "cuda" });
        input = input with { Pools = [input.Pools[0] with { Stacks = ["rocm"] }, input.Pools[1]] };
        Assert.Equal([ViolationKind.Stack], Kinds(input, PlanScene.At(0, 0, 2)));
    }

    [Fact]
    public void Finds_a_start_before_the_data_has_arrived_and_a_link_over_its_rate()
    {
        var job = PlanScene.Job("J1") with { Gigabytes = 1100 };
        var two = PlanScene.Input(job, job with { Id = "J2" });

        Assert.Equal([ViolationKind.TransferWindow], Kinds(PlanScene.Input(job), PlanScene.At(1, 0, 2)));
        Assert.Empty(Kinds(PlanScene.Input(job), PlanScene.At(1, 1, 3)));
        Assert.Equal([ViolationKind.Network], Kinds(two, PlanScene.At(1, 1, 3), PlanScene.At(1, 1, 3)));
    }

    [Fact]
    public void Finds_a_region_above_a_limit_that_must_hold()
    {
        var input = PlanScene.Input(PlanScene.Job("J1")) with { Limits = [new(0, 0, 4, 60, null)] };

        Assert.Equal([ViolationKind.RegionLimit], Kinds(input, PlanScene.At(0, 0, 2)));
        Assert.Empty(Kinds(input, PlanScene.At(0, 4, 6)));
    }

    [Fact]
    public void Finds_new_work_in_a_facility_that_went_silent_and_lets_running_work_be()
    {
        var running = PlanScene.Job("J1") with { Current = PlanScene.At(0, 0, 2) };
        var input = PlanScene.Input(running, PlanScene.Job("J2"));
        input = input with { Facilities = [input.Facilities[0] with { Status = OfferStatus.Silent }, input.Facilities[1]] };

        Assert.Empty(Kinds(input, PlanScene.At(0, 0, 2), PlanScene.At(1, 0, 2)));
        Assert.Equal([ViolationKind.Status], Kinds(input, PlanScene.At(0, 0, 2), PlanScene.At(0, 2, 4)));
    }

    /// <summary>4 kW more on 40: 1.2·4 + 0.001·(44² − 40²) = 5.136 kW for half an hour at 0.5 CNY.</summary>
    [Fact]
    public void Bills_the_energy_at_marginal_pue() => Assert.Equal(
        5.136 * 0.5 * 0.5, PlanChecker.Check(PlanScene.Input(PlanScene.Job("J1")), [PlanScene.At(0, 0, 2)]).Bill.Total, precision: 9);

    [Fact]
    public void Bills_demand_only_above_the_peak_already_billed()
    {
        var input = PlanScene.Input(PlanScene.Job("J1"));
        PlanningInput With(double billed) => input with { Facilities = [input.Facilities[0] with { DemandCharge = 40, BilledPeakKw = billed }, input.Facilities[1]] };

        Assert.Equal(40 * 5.136, PlanChecker.Check(With(0), [PlanScene.At(0, 0, 2)]).Bill.Demand, precision: 9);
        Assert.Equal(0, PlanChecker.Check(With(70), [PlanScene.At(0, 0, 2)]).Bill.Demand);
    }
}
