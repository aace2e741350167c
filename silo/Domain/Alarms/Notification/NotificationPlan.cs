namespace DcOps.Domain.Alarms.Notification;

/// <summary>What is to be sent now. A pure decision: planned twice before anything is stored, it is the same plan.</summary>
/// <param name="Notices">The most urgent first. What was planned before and never arrived is here again.</param>
/// <param name="HeldBack">What the rate limit keeps; stored and counted, never silently dropped.</param>
/// <param name="NextAt">When to plan again if nothing happens before; null when nothing waits.</param>
public sealed record NotificationPlan(ImmutableArray<Notice> Notices, ImmutableArray<Notice> HeldBack, DateTimeOffset? NextAt)
{
    /// <param name="rosters">By name. A step that names no known roster tells its named targets alone.</param>
    public static NotificationPlan Of(
        IEnumerable<NotifiedIncident> incidents, NotificationPolicy policy, IReadOnlyDictionary<string, DutyRoster> rosters,
        NoticeLog log, TimeZoneInfo zone, DateTimeOffset now)
    {
        var draft = new PlanDraft(policy, rosters, log, now);
        foreach (var incident in incidents.OrderByDescending(incident => incident.Priority).ThenBy(incident => incident.AnnunciatedAt)
            .ThenBy(incident => incident.Id))
        {
            foreach (var route in policy.Routes)
            {
                if (incident.IsOver)
                    draft.TellReturn(incident, route);
                else if (incident.Annunciated > 0 && route.Matches(incident, now, zone))
                    draft.Tell(incident, route);
            }
        }

        return draft.Plan();
    }
}
