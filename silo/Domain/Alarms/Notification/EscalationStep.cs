namespace DcOps.Domain.Alarms.Notification;

/// <summary>Who is told if nobody has acknowledged by then.</summary>
/// <param name="After">Since the incident was first told.</param>
/// <param name="Roster">Name of a duty roster; empty where <paramref name="Targets"/> are named.</param>
/// <param name="Targets">Names of people or channels, beside those on duty.</param>
public sealed record EscalationStep(TimeSpan After, string Roster, ImmutableArray<string> Targets);
