namespace DcOps.Domain.Alarms.Notification;

/// <summary>One way from an incident to people.</summary>
/// <param name="Name">Of its own: part of every notice's key.</param>
/// <param name="From">Least urgent priority that it takes.</param>
/// <param name="Where">Locations; an incident matches when one of its alarms does.</param>
/// <param name="Hours">When it works; null is always. A critical incident passes at any time.</param>
/// <param name="Steps">First step first; the next is taken while nobody has acknowledged. Never empty.</param>
/// <param name="TellsReturn">Whether those told of it are told when it is over.</param>
public sealed record NotificationRoute(
    string Name, AlarmPriority From, AlarmScope Where, LocalHours? Hours, ImmutableArray<EscalationStep> Steps, bool TellsReturn = true)
{
    public bool Matches(NotifiedIncident incident, DateTimeOffset now, TimeZoneInfo zone) =>
        incident.Priority >= From
        && (Where.IsEverywhere || incident.Locations.Any(Where.Covers))
        && (Hours is null || NotificationPolicy.IsUrgent(incident.Priority) || Hours.Hold(now, zone));
}
