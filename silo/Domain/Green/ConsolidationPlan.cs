using DcOps.Domain.Topology;

namespace DcOps.Domain.Green;

/// <summary>What becomes of a low-efficiency site, tracked to its end; every step stays on record.</summary>
/// <param name="Target">Facility that takes the load; null while it is rebuilt in place or nothing is decided.</param>
/// <param name="DueOn">Day by which it is to be ended; null while nothing is planned.</param>
/// <param name="Steps">The listing first; never empty.</param>
public sealed record ConsolidationPlan(
    FacilityId Facility, FacilityId? Target, DateOnly? DueOn, ImmutableArray<ConsolidationStep> Steps)
{
    public ConsolidationStage Stage => Steps[^1].Stage;

    public bool IsEnded => Stage is ConsolidationStage.Converted or ConsolidationStage.Closed or ConsolidationStage.Dropped;

    public static ConsolidationPlan List(FacilityId facility, string author, DateTimeOffset at, string why) =>
        new(facility, null, null, [new(ConsolidationStage.Listed, author, at, why)]);

    public bool IsOverdue(DateOnly day) => !IsEnded && day > DueOn;

    /// <summary>The plan with a target and a day; null when it is ended or under way already.</summary>
    public ConsolidationPlan? Plan(FacilityId? target, DateOnly dueOn, string author, DateTimeOffset at, string note) =>
        Stage is ConsolidationStage.Listed or ConsolidationStage.Planned
            ? (this with { Target = target, DueOn = dueOn }).After(ConsolidationStage.Planned, author, at, note)
            : null;

    /// <summary>Null when nothing is planned, or it is under way or ended already.</summary>
    public ConsolidationPlan? Begin(string author, DateTimeOffset at, string note) =>
        Stage == ConsolidationStage.Planned ? After(ConsolidationStage.UnderWay, author, at, note) : null;

    /// <summary>Null unless it is under way, rebuilt in place, and its annual ratio reaches the target.</summary>
    public ConsolidationPlan? Convert(Units.ExactRatio annual, decimal targetRatio, string author, DateTimeOffset at, string note) =>
        Stage == ConsolidationStage.UnderWay && Target is null && annual.CompareTo(targetRatio) <= 0
            ? After(ConsolidationStage.Converted, author, at, note)
            : null;

    /// <summary>Null unless it is under way and its meters counted no IT energy over the last closed month.</summary>
    public ConsolidationPlan? Close(Units.Energy itEnergyOfLastMonth, string author, DateTimeOffset at, string note) =>
        Stage == ConsolidationStage.UnderWay && itEnergyOfLastMonth <= Units.Energy.Zero
            ? After(ConsolidationStage.Closed, author, at, note)
            : null;

    /// <summary>Null when it is ended already.</summary>
    public ConsolidationPlan? Drop(string author, DateTimeOffset at, string why) =>
        IsEnded ? null : After(ConsolidationStage.Dropped, author, at, why);

    ConsolidationPlan After(ConsolidationStage stage, string author, DateTimeOffset at, string note) =>
        this with { Steps = Steps.Add(new(stage, author, at, note)) };
}
