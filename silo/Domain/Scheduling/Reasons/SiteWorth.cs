namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>What closing a facility would do over the plan.</summary>
/// <param name="LostWorkloads">Workloads that would no longer be served.</param>
/// <param name="MoreCny">What the plan costs more without it.</param>
/// <param name="SavedKwh">Its fixed losses less what the work takes more elsewhere; base load not counted.</param>
public sealed record SiteWorth(int Facility, int LostWorkloads, double MoreCny, double SavedKwh);
