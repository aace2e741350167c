namespace DcOps.Domain.Scheduling.Checking;

/// <summary>Which rule of the model a plan breaks.</summary>
public enum ViolationKind
{
    Shape,
    Window,
    Work,
    Locked,
    Status,
    Grade,
    Residency,
    Latency,
    Stack,
    NoPool,
    NoLink,
    TransferWindow,
    Pool,
    Power,
    Quota,
    Network,
    RegionLimit,
    ChurnLimit,
}
