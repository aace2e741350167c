using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.AlarmScenarios;

/// <summary>Who is told: one person on duty, a second after ten minutes; the line to both refuses every fourth notice once.</summary>
sealed class Told
{
    const int RefusedEvery = 4;

    static readonly NotificationPolicy Policy = new(
        [
            new("duty", AlarmPriority.Minor, new(), null,
                [new(TimeSpan.Zero, "", ["duty"]), new(TimeSpan.FromMinutes(10), "", ["lead"])]),
        ],
        Wait: TimeSpan.FromSeconds(30), Repeat: TimeSpan.FromMinutes(30), MostPerTarget: 20, RateWindow: TimeSpan.FromMinutes(10));

    readonly Dictionary<AlarmId, int> _received = [];
    readonly HashSet<AlarmId> _refused = [];
    NoticeLog _log = new();
    int _tries;

    /// <summary>Notices that the other side took, by kind.</summary>
    public Dictionary<NoticeKind, int> Received { get; } = [];

    /// <summary>Notices planned that never arrived and were not held back.</summary>
    public int Lost => Unarrived.Count();

    /// <summary>What was over before it arrived need not arrive, save the news that it is.</summary>
    public IEnumerable<NoticeRecord> Unarrived => _log.Records.Where(record => record is { IsHeldBack: false, DeliveredAt: null }
        && !_log.Records.Any(other => other.Incident == record.Incident && other.Target == record.Target
            && other is { Kind: NoticeKind.Returned, DeliveredAt: not null }));

    /// <summary>When somebody was told that something began, in order.</summary>
    public List<DateTimeOffset> RaisedAt { get; } = [];

    /// <summary>Taken more than once under one key: a receiver that looks at the key shows them once.</summary>
    public int Repeated => _received.Values.Count(count => count > 1);

    public int HeldBack => _log.Records.Count(record => record.IsHeldBack);

    /// <summary>Incidents, targets and kinds told under two keys: what nobody could tell apart.</summary>
    public int Doubled => Twins.Count();

    /// <summary>The later ones of such.</summary>
    public IEnumerable<NoticeRecord> Twins => _log.Records.Where(record => !record.IsHeldBack)
        .GroupBy(record => (record.Incident, record.Target, record.Kind, record.Step, record.Episode)).SelectMany(group => group.Skip(1));

    public ImmutableArray<AlarmId> Keys => [.. _received.Keys.Order()];

    /// <summary>Plans, stores, sends.</summary>
    /// <param name="isKilled">Whether the process dies between the sending and the note that it arrived.</param>
    public void Plan(Watch watch, DateTimeOffset now, bool isKilled = false)
    {
        var standing = watch.Standing.ToLookup(alarm => alarm.Id);
        var plan = NotificationPlan.Of(
            watch.Incidents.Select(incident => NotifiedIncident.Of(incident, [.. incident.Alarms.SelectMany(id => standing[id])])),
            Policy, new Dictionary<string, DutyRoster>(StringComparer.Ordinal), _log, BusinessCalendar.Shanghai.Zone, now);
        _log.Plan(plan, now);
        foreach (var notice in plan.Notices)
        {
            if (++_tries % RefusedEvery == 0 && _refused.Add(notice.Key))
                continue;

            _received[notice.Key] = _received.GetValueOrDefault(notice.Key) + 1;
            if (_received[notice.Key] == 1 && notice.Kind == NoticeKind.Raised)
                RaisedAt.Add(now);
            if (_received[notice.Key] == 1)
                Received[notice.Kind] = Received.GetValueOrDefault(notice.Kind) + 1;
            if (!isKilled)
                _log.Delivered(notice.Key, now);
        }

        if (isKilled)
            _log = new([.. _log.Records]);
    }
}
