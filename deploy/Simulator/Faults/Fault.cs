namespace DcOps.Simulator.Faults;

/// <summary>A fault that was put in.</summary>
/// <param name="Until">Null until it is cleared. A reset or a wrap happens at once and is never standing.</param>
public sealed record Fault(int Id, FaultRequest Request, DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>Whether it is a state rather than an event.</summary>
    public bool IsStanding => Request.Kind is not (FaultKind.Reset or FaultKind.Wrap);
}
