namespace DcOps.Domain.Alarms.Notification;

/// <summary>What was planned and what arrived: stored before anything is sent, so that a restart loses and doubles nothing.</summary>
public sealed class NoticeLog
{
    readonly Dictionary<AlarmId, NoticeRecord> _byKey = [];
    readonly Dictionary<AlarmId, List<AlarmId>> _byIncident = [];

    public NoticeLog()
    {
    }

    public NoticeLog(IEnumerable<NoticeRecord> records)
    {
        foreach (var record in records)
            Put(record);
    }

    /// <summary>In no particular order.</summary>
    public IReadOnlyCollection<NoticeRecord> Records => _byKey.Values;

    /// <summary>Whether anything was planned for an incident of this id.</summary>
    public bool Knows(AlarmId incident) => _byIncident.ContainsKey(incident);

    public NoticeRecord? Of(AlarmId key) => _byKey.GetValueOrDefault(key);

    /// <summary>Notices of an incident, also under ids that it had before it was absorbed.</summary>
    public IEnumerable<NoticeRecord> OfIncident(NotifiedIncident incident) =>
        incident.Absorbed.Prepend(incident.Id)
            .SelectMany(id => _byIncident.TryGetValue(id, out var keys) ? keys : [])
            .Select(key => _byKey[key]);

    /// <summary>What counts against a target's rate.</summary>
    /// <returns>Notices within the window, when the last was handed over, and those that the rate limit holds since then.</returns>
    public (int Sent, DateTimeOffset? LastAt, ImmutableArray<NoticeRecord> Limited) Of(string target, DateTimeOffset since)
    {
        var own = _byKey.Values.Where(record => record.Target == target).ToList();
        var last = own.Where(record => !record.IsHeldBack).Select(record => (DateTimeOffset?)record.PlannedAt).Max();
        return (
            own.Count(record => !record.IsHeldBack && record.PlannedAt > since), last,
            [.. own.Where(record => record.IsLimited && !(record.PlannedAt < last))]);
    }

    /// <summary>Takes what was planned.</summary>
    public void Plan(NotificationPlan plan, DateTimeOffset now)
    {
        foreach (var notice in plan.Notices)
            Put(RecordOf(notice, now, isHeldBack: false) with { Attempts = (Of(notice.Key)?.Attempts ?? 0) + 1, HeldBack = notice.HeldBack });
        foreach (var notice in plan.HeldBack)
            Put(RecordOf(notice, now, isHeldBack: true));
    }

    public void Delivered(AlarmId key, DateTimeOffset at)
    {
        if (Of(key) is { } record)
            Put(record with { DeliveredAt = at });
    }

    /// <summary>Notes that a channel will never take it.</summary>
    public void Refused(AlarmId key, string why)
    {
        if (Of(key) is { DeliveredAt: null } record)
            Put(record with { Refusal = why });
    }

    /// <summary>Lets go of what belongs to incidents that are closed; tells how many.</summary>
    public int Forget(IReadOnlySet<AlarmId> incidents)
    {
        var gone = _byKey.Values.Where(record => incidents.Contains(record.Incident)).Select(record => record.Key).ToList();
        foreach (var key in gone)
            _byKey.Remove(key);
        foreach (var incident in incidents)
            _byIncident.Remove(incident);
        return gone.Count;
    }

    static NoticeRecord RecordOf(Notice notice, DateTimeOffset now, bool isHeldBack) => new(
        notice.Key, notice.Kind, notice.Target, notice.Route, notice.Step, notice.Incident, notice.Priority, now, null, 0, isHeldBack,
        notice.Episode, Silence: notice.Silence, Facility: notice.Facility);

    void Put(NoticeRecord record)
    {
        if (_byKey.TryGetValue(record.Key, out var known))
        {
            // The first time counts for the rate and for the escalation, save for what was held back until now; a key stays with the
            // incident that it was made for; what arrived has arrived.
            var isReleased = known.IsHeldBack && !record.IsHeldBack;
            record = record with
            {
                Incident = known.Incident,
                PlannedAt = isReleased ? record.PlannedAt : known.PlannedAt,
                DeliveredAt = record.DeliveredAt ?? known.DeliveredAt,
                Facility = record.Facility.Length > 0 ? record.Facility : known.Facility,
            };
        }
        else
        {
            if (!_byIncident.TryGetValue(record.Incident, out var keys))
                _byIncident.Add(record.Incident, keys = []);
            keys.Add(record.Key);
        }

        _byKey[record.Key] = record;
    }
}
