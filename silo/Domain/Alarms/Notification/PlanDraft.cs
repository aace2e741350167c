using System.Globalization;

namespace DcOps.Domain.Alarms.Notification;

/// <summary>One plan while it is made.</summary>
sealed class PlanDraft(
    NotificationPolicy policy, IReadOnlyDictionary<string, DutyRoster> rosters, NoticeLog log, DateTimeOffset now, bool isStorm)
{
    readonly List<Notice> _notices = [];
    readonly List<Notice> _heldBack = [];
    readonly TargetRates _rates = new(policy, log, now, isStorm);
    readonly List<(Notice Notice, string Target)> _limited = [];
    readonly HashSet<AlarmId> _planned = [];
    DateTimeOffset? _nextAt;

    public NotificationPlan Plan()
    {
        Release();
        return new([.. _notices], [.. _heldBack], _nextAt);
    }

    /// <param name="matches">Whether the route takes it now; what was planned and never arrived goes out also when it does not.</param>
    /// <param name="isKnown">Whether it is known which silences there are.</param>
    public void Tell(NotifiedIncident incident, NotificationRoute route, bool matches, NoticeSilence? silence, bool isKnown)
    {
        var all = Before(incident, route);
        // Told to be over and here again: people must hear of it anew.
        var episode = EpisodeOf(all) + (all.Exists(record => record.Kind == NoticeKind.Returned && record.Episode == EpisodeOf(all)) ? 1 : 0);
        var before = all.FindAll(record => record.Episode == episode);
        var firstAt = before.Where(record => record.Kind == NoticeKind.Raised).Select(record => (DateTimeOffset?)record.PlannedAt).Min();
        Resend(incident, route, before);
        if (!matches)
            return;
        if (firstAt is not { } toldAt)
        {
            var due = NotificationPolicy.IsUrgent(incident.Priority) ? incident.AnnunciatedAt : incident.AnnunciatedAt + policy.Wait;
            if (due > now)
                Wake(due);
            else if (incident.Unacknowledged > 0)
                Send(incident, route, before, episode, NoticeKind.Raised, step: 0, TargetsOf(route.Steps[0], now), silence);
            return;
        }

        if (IsSilent(incident, route, before, silence, isKnown))
            return;
        foreach (var record in before.Where(record => record.IsLimited && incident.Unacknowledged > 0))
            _limited.Add((NoticeOf(incident, route, episode, record.Kind, record.Step, record.Target, record.Key, heldBack: 0), record.Target));
        var told = before.Max(record => record.Priority);
        if (incident.Priority > told)
            Send(incident, route, before, episode, NoticeKind.Worsened, (byte)incident.Priority, TargetsOf(route.Steps[0], now));
        if (incident.Unacknowledged == 0)
            return;

        for (var step = 1; step < route.Steps.Length; step++)
        {
            var due = toldAt + route.Steps[step].After;
            if (due > now)
            {
                Wake(due);
                return;
            }

            if (before.TrueForAll(record => record.Kind != NoticeKind.Escalated || record.Step != step))
                Send(incident, route, before, episode, NoticeKind.Escalated, step, TargetsOf(route.Steps[step], now));
        }

        Repeat(incident, route, before, episode, toldAt);
    }

    public void TellReturn(NotifiedIncident incident, NotificationRoute route)
    {
        var all = Before(incident, route);
        var episode = EpisodeOf(all);
        var before = all.FindAll(record => record.Episode == episode);
        // What was planned and never arrived need not arrive any more once it is over, save the news that it was.
        var told = before.Where(record => record is { IsHeldBack: false, Refusal: null } && record.Kind != NoticeKind.Returned)
            .Select(record => record.Target).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (route.TellsReturn && told.Count > 0)
            Send(incident, route, before, episode, NoticeKind.Returned, step: 0, told);
    }

    void Repeat(NotifiedIncident incident, NotificationRoute route, List<NoticeRecord> before, int episode, DateTimeOffset toldAt)
    {
        if (policy.Repeat <= TimeSpan.Zero)
            return;

        var last = route.Steps[^1];
        var since = now - (toldAt + last.After);
        var round = (int)Math.Floor(since / policy.Repeat);
        if (round >= 1)
            Send(incident, route, before, episode, NoticeKind.Repeated, round, TargetsOf(last, now));
        Wake(toldAt + last.After + (policy.Repeat * (round + 1)));
    }

    /// <summary>At least once: what is in the log without having arrived goes out again, under the same key.</summary>
    void Resend(NotifiedIncident incident, NotificationRoute route, List<NoticeRecord> before)
    {
        foreach (var record in before)
        {
            if (record.IsOwed && _planned.Add(record.Key))
                _notices.Add(NoticeOf(incident, route, record.Episode, record.Kind, record.Step, record.Target, record.Key, record.HeldBack));
        }
    }

    /// <summary>A silence holds what is new and every step; when it is over, what it held goes out and the steps count from then.</summary>
    bool IsSilent(NotifiedIncident incident, NotificationRoute route, List<NoticeRecord> before, NoticeSilence? silence, bool isKnown)
    {
        if (silence is not null)
        {
            Wake(silence.To);
            return true;
        }

        var held = before.FindAll(record => record is { IsHeldBack: true, Silence: not null });
        if (held.Count == 0 || incident.Unacknowledged == 0)
            return false;
        foreach (var record in held.Where(record => isKnown && _planned.Add(record.Key)))
            _notices.Add(NoticeOf(incident, route, record.Episode, record.Kind, record.Step, record.Target, record.Key, heldBack: 0));
        return true;
    }

    /// <summary>Where there is room again, the most urgent of what the rate limit held is told, and how many others there were.</summary>
    void Release()
    {
        foreach (var group in _limited.GroupBy(each => each.Target, StringComparer.Ordinal))
        {
            var notice = group.First().Notice;
            if (_rates.FreeAt(notice.Target, notice.Priority) is { } at && at > now)
                Wake(at);
            else if (_rates.HeldBack(notice.Target) > 0 && _rates.Holds(notice.Target, notice.Key) && _planned.Add(notice.Key))
                _notices.Add(notice with { HeldBack = _rates.Count(notice.Target) - 1 });
        }
    }

    /// <param name="before">Of the episode; what is told there already, be it under an absorbed id, is not told under another key.</param>
    void Send(
        NotifiedIncident incident, NotificationRoute route, List<NoticeRecord> before, int episode, NoticeKind kind, int step,
        IEnumerable<string> targets, NoticeSilence? silence = null)
    {
        foreach (var target in targets)
        {
            var same = before.FindAll(record => record.Kind == kind && record.Step == step && record.Target == target);
            if (same.Exists(record => record is { DeliveredAt: not null } or { IsHeldBack: true } or { Refusal: not null }))
                continue;

            var known = same.Find(record => record.Incident == incident.Id) ?? (same.Count > 0 ? same[0] : null);
            var key = known?.Key ?? KeyOf(incident.Id, route.Name, episode, kind, step, target);
            if (!_planned.Add(key))
                continue;

            var notice = NoticeOf(incident, route, episode, kind, step, target, key, known?.HeldBack ?? 0);
            if (silence is not null)
            {
                _heldBack.Add(notice with { Silence = silence.ToString() });
            }
            else if (known is null && _rates.FreeAt(target, incident.Priority) is { } freeAt)
            {
                _rates.Hold(target);
                _heldBack.Add(notice);
                Wake(freeAt);
            }
            else
            {
                _notices.Add(known is null ? notice with { HeldBack = _rates.Count(target) } : notice);
            }
        }
    }

    IEnumerable<string> TargetsOf(EscalationStep step, DateTimeOffset at) =>
        (rosters.TryGetValue(step.Roster, out var roster) ? step.Targets.Prepend(roster.OnDuty(at)) : step.Targets)
            .Distinct(StringComparer.Ordinal);

    void Wake(DateTimeOffset at)
    {
        if (_nextAt is not { } known || at < known)
            _nextAt = at;
    }

    List<NoticeRecord> Before(NotifiedIncident incident, NotificationRoute route) =>
        [.. log.OfIncident(incident).Where(record => record.Route == route.Name)];

    static int EpisodeOf(List<NoticeRecord> records) => records.Count == 0 ? 0 : records.Max(record => record.Episode);

    static Notice NoticeOf(
        NotifiedIncident incident, NotificationRoute route, int episode, NoticeKind kind, int step, string target, AlarmId key,
        int heldBack) =>
        new(key, kind, target, route.Name, episode, step, incident.Id, incident.Priority, incident.Alarms, incident.Reason, heldBack,
            incident.Facility);

    static AlarmId KeyOf(AlarmId incident, string route, int episode, NoticeKind kind, int step, string target) =>
        incident.Derive(string.Create(CultureInfo.InvariantCulture, $"notice|{route}|{episode}|{kind}|{step}|{target}"));
}
