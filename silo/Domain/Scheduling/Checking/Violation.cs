namespace DcOps.Domain.Scheduling.Checking;

/// <summary>One broken rule.</summary>
/// <param name="Subject">The workload, pool, facility, tenant, link or region.</param>
/// <param name="Slot">Null when the rule is not about one slot.</param>
/// <param name="Excess">By how much, in the rule's own unit; 0 when it has none.</param>
public sealed record Violation(ViolationKind Kind, string Subject, int? Slot, double Excess);
