namespace DcOps.Domain.Alarms.Notification;

/// <summary>Somebody who stands in for whoever is on duty.</summary>
/// <param name="To">Exclusive.</param>
public sealed record DutySubstitute(string Person, DateTimeOffset From, DateTimeOffset To);
