namespace DcOps.Domain.Scheduling.Release;

/// <summary>What a person asks of a plan.</summary>
public enum PlanDeed : byte
{
    Approve = 0,
    Release = 1,
    Withdraw = 2,
}
