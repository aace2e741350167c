using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Domain.Tests.Scheduling;

public sealed class PlannerTests
{
    [Fact]
    public void Places_work_where_power_costs_less_and_proves_it()
    {
        var plan = PlanScene.Plan(PlanScene.Input(PlanScene.Job("J1")));

        Assert.Equal(1, plan.Placements[0]!.Facility);
        Assert.True(plan.LowerBound <= plan.Cost + 1e-9);
        Assert.InRange(plan.Gap!.Value, 0, 0.01);
    }

    [Fact]
    public void Runs_an_interruptible_workload_in_the_cheapest_slots()
    {
        var input = PlanScene.Input(PlanScene.Job("J1") with { Flexibility = Flexibility.Interruptible });
        ImmutableArray<double> price = [1, 0.1, 1, 1, 1, 0.1, 1, 1];
        input = input with { Facilities = [.. input.Facilities.Select(facility => facility with { Price = price })] };

        var placement = PlanScene.Plan(input).Placements[0]!;

        Assert.Equal([new SlotRun(1, 2, 4), new SlotRun(5, 6, 4)], placement.Runs);
    }

    [Fact]
    public void Does_not_pause_when_checkpoints_cost_more_than_waiting_saves()
    {
        var input = PlanScene.Input(PlanScene.Job("J1") with { Flexibility = Flexibility.Interruptible, CheckpointCost = 50 });
        ImmutableArray<double> price = [1, 0.1, 1, 1, 1, 0.1, 1, 1];
        input = input with { Facilities = [.. input.Facilities.Select(facility => facility with { Price = price })] };

        Assert.Single(PlanScene.Plan(input).Placements[0]!.Runs);
    }

    [Fact]
    public void Lets_an_elastic_workload_grow_where_power_is_cheap()
    {
        var job = PlanScene.Job("J1", duration: 4) with { Flexibility = Flexibility.Elastic, Levels = [new(2, 0.6), new(4, 1), new(8, 1.8)] };
        var input = PlanScene.Input(job);
        ImmutableArray<double> price = [9, 9, 0.1, 0.1, 9, 9, 9, 9];
        input = input with { Facilities = [.. input.Facilities.Select(facility => facility with { Price = price })] };

        var plan = PlanScene.Plan(input);

        Assert.Contains(plan.Placements[0]!.Runs, run => run is { From: 2, To: 4, Units: 8 });
        Assert.True(plan.LowerBound <= plan.Cost + 1e-9);
    }

    [Fact]
    public void Leaves_out_a_workload_that_can_never_fit_and_counts_its_penalty()
    {
        var plan = PlanScene.Plan(PlanScene.Input(PlanScene.Job("J1"), PlanScene.Job("J2", units: 11)));

        Assert.Null(plan.Placements[1]);
        Assert.Equal(1000, plan.Verdict.Bill.Unserved);
    }

    [Fact]
    public void Uses_a_negative_price()
    {
        var input = PlanScene.Input(PlanScene.Job("J1"));
        ImmutableArray<double> price = [0.5, 0.5, 0.5, -0.2, -0.2, 0.5, 0.5, 0.5];
        input = input with { Facilities = [input.Facilities[0] with { Price = price }, input.Facilities[1]] };

        var plan = PlanScene.Plan(input);

        Assert.Equal(PlanScene.At(0, 3, 5), plan.Placements[0]);
        Assert.True(plan.Cost < 0);
        Assert.True(plan.LowerBound <= plan.Cost + 1e-9);
    }

    [Fact]
    public void Keeps_out_of_a_demand_response_event_when_the_reward_is_worth_it()
    {
        var input = PlanScene.Input(PlanScene.Job("J1", deadline: 6));
        input = input with
        {
            Facilities = [input.Facilities[0] with { Price = [0.1, 0.1, 0.1, 0.1, 0.6, 0.6, 1, 1] }, input.Facilities[1] with { Status = OfferStatus.Standby }],
            Limits = [new(0, 0, 4, 58, 5)],
        };

        Assert.Equal(4, PlanScene.Plan(input).Placements[0]!.First);
    }

    [Fact]
    public void Leaves_approved_work_alone_when_moving_saves_less_than_churn_costs()
    {
        var job = PlanScene.Job("J1") with { Current = PlanScene.At(0, 0, 2), IsApproved = true };

        Assert.Equal(PlanScene.At(0, 0, 2), PlanScene.Plan(PlanScene.Input(job) with { ChurnPrice = 5 }).Placements[0]);
        Assert.Equal(1, PlanScene.Plan(PlanScene.Input(job) with { ChurnPrice = 0.01 }).Verdict.Bill.Moved);
    }

    [Fact]
    public void Refuses_a_tariff_with_a_gap_naming_facility_and_slot()
    {
        var input = PlanScene.Input(PlanScene.Job("J1"));
        input = input with { Facilities = [input.Facilities[0] with { Price = [0.5, 0.5, double.NaN, 0.5, 0.5, 0.5, 0.5, 0.5] }, input.Facilities[1]] };

        var fault = Assert.Throws<ArgumentException>(() => PlanScene.Plan(input));

        Assert.Contains("A-01 has a gap or an impossible value in its tariff; fill slot 2.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stops_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Planner.Make(
            PlanScene.Input(PlanScene.Job("J1")), PlanEffort.Cold, null, CancellationToken.None, cancelled.Token));
    }

    [Theory]
    [InlineData(BaselineKind.FirstFitAtHome)]
    [InlineData(BaselineKind.CheapestByDeadline)]
    [InlineData(BaselineKind.AveragePue)]
    [InlineData(BaselineKind.CarbonOnly)]
    public void Is_never_dearer_than_a_baseline_that_breaks_no_rule(BaselineKind kind)
    {
        var input = Simulator.Computing.ProvinceOf.Make(new(20, 150, 0.4, 5));
        var baseline = Baselines.Make(input, kind, TestContext.Current.CancellationToken);

        Assert.Empty(baseline.Verdict.Violations);
        Assert.True(PlanScene.Plan(input).Cost <= baseline.Verdict.Bill.Total);
    }
}
