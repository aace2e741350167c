namespace DcOps.Contracts.Scheduling;

/// <summary>What a change would do.</summary>
/// <param name="MoreCny">Cost after less cost before.</param>
/// <param name="MoreKwh">At the meters.</param>
/// <param name="MoreUnserved">Jobs that would be left out; negative when more would be served.</param>
/// <param name="Affected">Jobs that would stand elsewhere or fall out.</param>
/// <param name="PromisedCny">What the prices alone promised, an optimistic bound; null where they say nothing.</param>
/// <param name="Gap">Certified gap of the plan after the change; null when the bound is not above zero.</param>
/// <param name="Took">How long the planning took.</param>
public sealed record PlanAnswer(
    double MoreCny, double MoreKwh, int MoreUnserved, int Affected, double? PromisedCny, double? Gap, TimeSpan Took);
