using DcOps.Simulator.Computing;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;

namespace DcOps.Domain.Tests.Scheduling;

public sealed class PlanReasonTests
{
    static readonly PlanEffort Quick = PlanEffort.Cold with { PriceIterations = 60, SearchRounds = 200, ChurnShare = 1 };

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_split_of_every_workload_adds_up_to_the_bill_and_everyone_has_one_reason(int seed)
    {
        var plan = PlanScene.Plan(ProvinceOf.Make(new(15, 120, 0.5, seed) { HasGridTerms = true, ElasticShare = 0.1 }));

        var billed = CostSplits.Of(plan).Sum(split => split?.Billed ?? 0) + plan.Verdict.Bill.Unserved;
        var reasons = new PlanReasons(plan);

        Assert.InRange(billed / plan.Cost, 0.995, 1.005);
        Assert.All(Enumerable.Range(0, plan.Placements.Length), job => Assert.NotEmpty(reasons.Of(job).Dominant.Id));
        Assert.Contains(Enumerable.Range(0, plan.Placements.Length), job => reasons.Of(job).Alternatives.Length == 3);
    }

    [Fact]
    public void Says_that_energy_is_cheaper_there_and_what_the_other_place_would_cost_more()
    {
        var plan = PlanScene.Plan(PlanScene.Input(PlanScene.Job("J1", duration: PlanScene.Slots)));

        var reason = new PlanReasons(plan).Of(0);

        Assert.Equal("Schedule.Reason.CheaperEnergy", reason.Dominant.Id);
        Assert.Equal(("B-01", "A-01"), ((string)reason.Dominant.Arguments[0], (string)reason.Dominant.Arguments[1]));
        Assert.Equal(0, Assert.Single(reason.Alternatives).Placement.Facility);

        // 5.136 kW for two hours at 0.5 instead of 0.3 CNY, if nobody else competes.
        Assert.Equal(5.136 * 2 * 0.2, reason.Alternatives[0].MoreCny, tolerance: 0.05);
    }

    [Fact]
    public void Names_the_constraint_that_keeps_a_workload_waiting_and_what_would_lift_it()
    {
        var plan = PlanScene.Plan(PlanScene.Input(PlanScene.Job("J1", units: 12)));

        var reason = new PlanReasons(plan).Of(0);

        Assert.Equal("Schedule.Rejected.NeverFitsPool", reason.Dominant.Id);
        Assert.Equal(ReasonText.Of("Remedy.Units", 2.0), reason.Rejected[0].Remedy);
        Assert.Null(reason.EstimatedStart);
    }

    [Fact]
    public void Closing_a_site_nobody_needs_costs_no_workload_and_saves_its_fixed_losses()
    {
        var plan = PlanScene.Plan(PlanScene.Input(PlanScene.Job("J1")));

        var worth = WhatIf.Closing(plan, 0, Quick, Stop);

        Assert.Equal((0, 0.0, 20.0), (worth.LostWorkloads, Math.Round(worth.MoreCny, 6), Math.Round(worth.SavedKwh, 6)));
    }

    [Fact]
    public void A_reduction_is_offered_at_what_moving_the_work_costs_and_not_at_all_when_it_cannot_be_kept()
    {
        var input = PlanScene.Input(PlanScene.Job("J1"));
        input = input with { Facilities = [input.Facilities[0], input.Facilities[1] with { Price = [0.3, 0.3, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4] }] };
        var plan = PlanScene.Plan(input);

        var offer = ReductionOffer.Of(plan, 1, 0, 2, 5, Quick, Stop)!;

        Assert.Equal(1, offer.Moves);
        Assert.Equal(5.136 * 0.5 * 0.1, offer.CostCny, tolerance: 1e-6);
        Assert.Null(ReductionOffer.Of(plan, 1, 0, 2, 30, Quick, Stop));
    }

    [Fact]
    public void More_units_save_at_most_what_the_prices_promised()
    {
        var plan = PlanScene.Plan(ProvinceOf.Make(new(15, 200, 0.6, 4)));

        var wider = WhatIf.MoreUnits(plan, PoolKind.Gpu, 0.05, Quick, Stop);

        Assert.True(wider.After.LowerBound <= plan.Cost + 1e-6);
        Assert.True(wider.PredictedCny <= 0);
        Assert.True(wider.After.Cost >= plan.LowerBound + wider.PredictedCny - 1e-6);
    }
}
