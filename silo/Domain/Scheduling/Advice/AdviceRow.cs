namespace DcOps.Domain.Scheduling.Advice;

/// <summary>One job: what the plan promised and what the meters showed.</summary>
/// <param name="Promised">Over its metered slots alone, so that both figures are of the same time.</param>
/// <param name="Whole">Promised over all its slots.</param>
/// <param name="Observed">Over its metered slots; null where none is metered.</param>
/// <param name="MeteredSlots">Of <paramref name="Slots"/>.</param>
public sealed record AdviceRow(
    string Job, string Facility, AdviceFigures Whole, AdviceFigures Promised, AdviceFigures? Observed, int MeteredSlots, int Slots);
