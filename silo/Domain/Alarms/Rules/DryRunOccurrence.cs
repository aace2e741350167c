namespace DcOps.Domain.Alarms.Rules;

/// <summary>One time that a rule would have fired.</summary>
/// <param name="Until">Null where it still held at the end of the series.</param>
/// <param name="Priority">The most urgent of the occurrence.</param>
public readonly record struct DryRunOccurrence(DateTimeOffset From, DateTimeOffset? Until, AlarmPriority Priority);
