using DcOps.Dashboard.Pages.LowEfficiency;
using DcOps.Domain.Green;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.LowEfficiency;

public sealed class PlanStepTests
{
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");
    static readonly DateTimeOffset Now = new(2026, 11, 12, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_site_goes_from_the_register_to_its_closure_by_measured_silence()
    {
        var listed = To(null, ConsolidationStage.Listed);
        var planned = To(listed, ConsolidationStage.Planned, target: "NJ-02", due: "2027-06-30");
        var begun = To(planned, ConsolidationStage.UnderWay);
        var closed = To(begun, ConsolidationStage.Closed, it: Energy.Zero);

        Assert.Equal(
            [ConsolidationStage.Listed, ConsolidationStage.Planned, ConsolidationStage.UnderWay, ConsolidationStage.Closed],
            closed.Steps.Select(step => step.Stage));
        Assert.Empty(PlanStep.AfterOf(closed));
    }

    [Fact]
    public void A_site_that_still_uses_power_is_not_closed()
    {
        var begun = To(To(To(null, ConsolidationStage.Listed), ConsolidationStage.Planned, due: "2027-06-30"), ConsolidationStage.UnderWay);

        Assert.Equal((null, "Plan.StillRunning"), Step(begun, it: new Energy(5)).To(ConsolidationStage.Closed, _ => true));
        Assert.Equal((null, "Plan.NoMonth"), Step(begun).To(ConsolidationStage.Closed, _ => true));
        Assert.Equal((null, "Plan.NoFigure"), Step(begun).To(ConsolidationStage.Converted, _ => true));
    }

    [Theory]
    [InlineData(null, null, "Plan.NoDay")]
    [InlineData("NJ-01", "2027-06-30", "Plan.NoTarget")]
    [InlineData("nowhere", "2027-06-30", "Plan.NoTarget")]
    public void A_plan_needs_a_day_and_another_site(string? target, string? due, string fault) =>
        Assert.Equal((null, fault), Step(To(null, ConsolidationStage.Listed), target, due).To(ConsolidationStage.Planned, _ => true));

    static ConsolidationPlan To(ConsolidationPlan? plan, ConsolidationStage stage, string? target = null, string? due = null, Energy? it = null) =>
        Step(plan, target, due, it).To(stage, _ => true).Plan!;

    static PlanStep Step(ConsolidationPlan? plan, string? target = null, string? due = null, Energy? it = null) => new(
        Site, plan, new() { Name = "lin", Note = "because", Target = target, DueOn = due }, Now, 1.3m, null, it);
}
