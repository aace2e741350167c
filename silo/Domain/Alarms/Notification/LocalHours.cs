namespace DcOps.Domain.Alarms.Notification;

/// <summary>Hours of some days of the week, local time; over midnight where the end is before the start.</summary>
/// <param name="To">Exclusive.</param>
public sealed record LocalHours(ImmutableArray<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    public bool Hold(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (From < To)
            return Days.Contains(local.DayOfWeek) && time >= From && time < To;

        return (time >= From && Days.Contains(local.DayOfWeek)) || (time < To && Days.Contains(local.AddDays(-1).DayOfWeek));
    }
}
