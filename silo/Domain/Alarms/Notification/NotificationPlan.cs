namespace DcOps.Domain.Alarms.Notification;

/// <summary>What is to be sent now. A pure decision: planned twice before anything is stored, it is the same plan.</summary>
/// <param name="Notices">The most urgent first. What was planned before and never arrived is here again.</param>
/// <param name="HeldBack">What the rate limit keeps; stored and counted, never silently dropped.</param>
/// <param name="NextAt">When to plan again if nothing happens before; null when nothing waits.</param>
public sealed record NotificationPlan(ImmutableArray<Notice> Notices, ImmutableArray<Notice> HeldBack, DateTimeOffset? NextAt)
{
    /// <param name="rosters">By name. A step that names no known roster tells its named targets alone.</param>
    /// <param name="isStorm">Whether more comes than anybody can read: then a target hears of one thing a minute, and of how many others.</param>
    /// <param name="silences">Null when it is not known which there are: then what is held stays held, and what is new is told.</param>
    public static NotificationPlan Of(
        IEnumerable<NotifiedIncident> incidents, NotificationPolicy policy, IReadOnlyDictionary<string, DutyRoster> rosters,
        NoticeLog log, TimeZoneInfo zone, DateTimeOffset now, bool isStorm = false, ImmutableArray<NoticeSilence>? silences = null)
    {
        var draft = new PlanDraft(policy, rosters, log, now, isStorm);
        foreach (var incident in incidents.OrderByDescending(incident => incident.Priority).ThenBy(incident => incident.AnnunciatedAt)
            .ThenBy(incident => incident.Id))
        {
            var silence = SilenceOf(incident, silences, now);
            foreach (var route in policy.Routes)
            {
                if (incident.IsOver)
                    draft.TellReturn(incident, route);
                else if (incident.Annunciated > 0)
                    draft.Tell(incident, route, route.Matches(incident, now, zone), silence, silences is not null);
            }
        }

        return draft.Plan();
    }

    static NoticeSilence? SilenceOf(NotifiedIncident incident, ImmutableArray<NoticeSilence>? silences, DateTimeOffset now)
    {
        if (silences is not { IsDefaultOrEmpty: false } known)
            return null;
        var labels = AlertLabels.Of(incident);
        return known.FirstOrDefault(silence => silence.Holds(labels, now));
    }
}
