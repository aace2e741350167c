namespace DcOps.Domain.Scheduling.Checking;

/// <summary>What the checker found: a plan with any violation is never shown.</summary>
public sealed record PlanVerdict(ImmutableArray<Violation> Violations, PlanBill Bill)
{
    public bool IsSound => Violations.IsEmpty;
}
