namespace DcOps.Domain.Metering;

/// <summary>Something other than plain progress that a register's reading was understood as.</summary>
/// <param name="Position">As it was read.</param>
public readonly record struct MeterEvent(DateTimeOffset At, RegisterVerdict Verdict, double Position);
