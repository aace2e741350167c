namespace DcOps.Domain.Alarms.Notification;

/// <summary>Who is told of what, when, and what happens if nobody answers.</summary>
/// <param name="Routes">In order; every route that matches counts.</param>
/// <param name="Wait">How long an incident gathers before it is told: many alarms are one notice.</param>
/// <param name="Repeat">After which an incident that nobody acknowledged and that has changed is told again to those told last.</param>
/// <param name="MostPerTarget">Notices to one target within <see cref="RateWindow"/>; the rest is held back and counted.</param>
public sealed record NotificationPolicy(
    ImmutableArray<NotificationRoute> Routes, TimeSpan Wait, TimeSpan Repeat, int MostPerTarget, TimeSpan RateWindow)
{
    /// <summary>A critical incident is told without waiting and is never held back.</summary>
    public static bool IsUrgent(AlarmPriority priority) => priority == AlarmPriority.Critical;
}
