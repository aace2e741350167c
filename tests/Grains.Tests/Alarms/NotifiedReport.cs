using DcOps.Domain.Alarms.Notification;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>One call to the notification.</summary>
public sealed record NotifiedReport(string Facility, ImmutableArray<NotifiedIncident> Incidents, bool IsWhole);
