using DcOps.Domain.Green;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.LowEfficiency;

/// <summary>One step of a plan as somebody asks for it, with what the ledger knows about its conditions.</summary>
/// <param name="Plan">Null before the site is listed.</param>
/// <param name="Annual">The site's annual ratio; null when not known.</param>
/// <param name="ItOfLastMonth">IT energy of the last closed month; null when not known.</param>
sealed record PlanStep(
    FacilityId Facility, ConsolidationPlan? Plan, PlanForm Form, DateTimeOffset At, decimal TargetRatio, ExactRatio? Annual, Energy? ItOfLastMonth)
{
    /// <summary>What may follow; empty after an end.</summary>
    public static ImmutableArray<ConsolidationStage> AfterOf(ConsolidationPlan? plan) => plan?.Stage switch
    {
        null => [ConsolidationStage.Listed],
        ConsolidationStage.Listed => [ConsolidationStage.Planned, ConsolidationStage.Dropped],
        ConsolidationStage.Planned => [ConsolidationStage.UnderWay, ConsolidationStage.Planned, ConsolidationStage.Dropped],
        ConsolidationStage.UnderWay => [ConsolidationStage.Converted, ConsolidationStage.Closed, ConsolidationStage.Dropped],
        _ => [],
    };

    /// <returns>The plan after the step, or the key of the text that says why not.</returns>
    public (ConsolidationPlan? Plan, string? Fault) To(ConsolidationStage stage, Func<FacilityId, bool> isKnown)
    {
        var (author, note) = (Form.Name!.Trim(), Form.Note!.Trim());
        FacilityId? target = FacilityId.TryParse(Form.Target?.Trim(), out var id) ? id : null;
        return stage switch
        {
            ConsolidationStage.Listed when Plan is null => (ConsolidationPlan.List(Facility, author, At, note), null),
            ConsolidationStage.Planned when Form.Due is null => (null, "Plan.NoDay"),
            ConsolidationStage.Planned when !string.IsNullOrWhiteSpace(Form.Target) && (target is null || target == Facility || !isKnown(id)) => (null, "Plan.NoTarget"),
            ConsolidationStage.Planned => Done(Plan?.Plan(target, Form.Due!.Value, author, At, note), "Plan.OutOfOrder"),
            ConsolidationStage.UnderWay => Done(Plan?.Begin(author, At, note), "Plan.OutOfOrder"),
            ConsolidationStage.Converted when Annual is null => (null, "Plan.NoFigure"),
            ConsolidationStage.Converted => Done(Plan?.Convert(Annual!.Value, TargetRatio, author, At, note), "Plan.NotReached"),
            ConsolidationStage.Closed when ItOfLastMonth is null => (null, "Plan.NoMonth"),
            ConsolidationStage.Closed => Done(Plan?.Close(ItOfLastMonth!.Value, author, At, note), "Plan.StillRunning"),
            ConsolidationStage.Dropped => Done(Plan?.Drop(author, At, note), "Plan.OutOfOrder"),
            _ => (null, "Plan.OutOfOrder"),
        };
    }

    static (ConsolidationPlan?, string?) Done(ConsolidationPlan? plan, string fault) => plan is null ? (null, fault) : (plan, null);
}
