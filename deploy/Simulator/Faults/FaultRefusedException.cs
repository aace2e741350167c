namespace DcOps.Simulator.Faults;

/// <summary>A fault that cannot be put in; the message says why, in one sentence.</summary>
public sealed class FaultRefusedException(string reason) : Exception(reason);
