using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>The alarm of an incident that explains the others.</summary>
/// <param name="Explains">Alarms behind it in the same stretch of time, itself included.</param>
sealed record IncidentCause(GroupedAlarm Alarm, Reach Reach, int Explains)
{
    /// <summary>The one that explains most; of equals the earliest. Null when none explains another.</summary>
    /// <param name="members">By start, then by id.</param>
    public static IncidentCause? Of(IReadOnlyList<GroupedAlarm> members, Func<GroupedAlarm, int?> nodeOf, Func<Reach, GroupedAlarm, int> explains)
    {
        IncidentCause? best = null;
        foreach (var alarm in members)
        {
            if (alarm.CauseOf == Dependency.None || nodeOf(alarm) is not { } place)
                continue;
            foreach (var kind in new[] { Dependency.Power, Dependency.Cooling, Dependency.Data })
            {
                if (!alarm.CauseOf.HasFlag(kind))
                    continue;
                var reach = new Reach(place, kind);
                var count = explains(reach, alarm);
                if (count > (best?.Explains ?? 1))
                    best = new(alarm, reach, count);
            }
        }

        return best;
    }
}
