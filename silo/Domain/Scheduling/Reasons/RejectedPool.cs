namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>A facility that was not chosen, with the constraint that bound and what would lift it.</summary>
public sealed record RejectedPool(int Facility, ReasonText Binding, ReasonText Remedy);
