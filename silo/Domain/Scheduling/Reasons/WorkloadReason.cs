namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>Why a workload stands where it does, or why it waits.</summary>
/// <param name="Dominant">The one reason that mattered most.</param>
/// <param name="Alternatives">Up to three, cheapest first.</param>
/// <param name="Rejected">Facilities that could not take it, at most one per kind of reason.</param>
/// <param name="EstimatedStart">Slot of its start; for a waiting workload the first slot with room somewhere; null when none is in sight.</param>
public sealed record WorkloadReason(
    ReasonText Dominant, ImmutableArray<Alternative> Alternatives, ImmutableArray<RejectedPool> Rejected, int? EstimatedStart);
