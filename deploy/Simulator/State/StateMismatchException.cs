namespace DcOps.Simulator.State;

/// <summary>A state file that cannot be continued; the message says why and what to do.</summary>
public sealed class StateMismatchException(string reason) : Exception(reason);
