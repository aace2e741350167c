namespace DcOps.Domain.Scheduling.Replay;

/// <summary>One job of a recorded trace.</summary>
/// <param name="Arrival">Since the series begins.</param>
/// <param name="Units">Units of 1 kW each.</param>
public sealed record ReplayJob(TimeSpan Arrival, TimeSpan Length, int Units);
