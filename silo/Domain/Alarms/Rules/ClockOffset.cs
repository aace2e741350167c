namespace DcOps.Domain.Alarms.Rules;

/// <summary>How far a clock stands from ours.</summary>
/// <param name="Offset">Positive where it runs ahead; null while nothing was seen.</param>
public readonly record struct ClockOffset(string Name, TimeSpan? Offset);
