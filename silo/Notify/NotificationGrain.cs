using System.Data.Common;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Alarms.Work;
using Microsoft.Extensions.Logging;

namespace DcOps.Notify;

/// <summary>
/// Plans who is told, stores the plan, and has it carried: in this order, so that what was stored and not delivered goes out again
/// after a restart under the same key, and nothing goes out that a restart would forget.
/// </summary>
[GrainType("notification"), KeepAlive]
public sealed partial class NotificationGrain(NotificationParts parts, ILogger<NotificationGrain> log) : Grain, INotificationGrain
{
    const int MostAtOnce = 16;

    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(15);

    readonly Dictionary<AlarmId, (string Facility, NotifiedIncident Incident)> _incidents = [];
    readonly Dictionary<AlarmId, Delivery> _deliveries = [];
    readonly HashSet<AlarmId> _underway = [];
    readonly Queue<Notice> _waiting = [];
    readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    readonly HashSet<string> _unseen = new(StringComparer.Ordinal);
    readonly StandingShow _show = new(parts.Sender);
    readonly StormWatch _storm = new();
    NoticeLog _notices = new();
    DateTimeOffset? _nextAt;
    DateTimeOffset _showAt;
    bool _isLoaded;
    int _senders;
    string? _silences;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync();
        this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(Tick, Tick) { KeepAlive = true });
        await base.OnActivateAsync(cancellationToken);
    }

    public async ValueTask Report(string facility, ImmutableArray<NotifiedIncident> incidents, bool isWhole)
    {
        foreach (var incident in incidents)
        {
            _storm.Note(Math.Max(0, incident.Alarms - (_incidents.TryGetValue(incident.Id, out var before) ? before.Incident.Alarms : 0)), parts.Time.GetUtcNow());
            var merged = incident with { Absorbed = Absorptions.Of(_incidents, incident, id => !_isLoaded || _notices.Knows(id)) };
            // What an alert is named by must not change while it stands.
            _incidents[incident.Id] = (facility, before.Incident is { Rule.Length: > 0 } known ? merged with { Rule = known.Rule } : merged);
            foreach (var absorbed in incident.Absorbed)
                _incidents.Remove(absorbed);
        }

        Absorptions.LetGo(_incidents, [.. incidents.Select(incident => incident.Id)]);

        if (isWhole)
        {
            var told = incidents.Select(incident => incident.Id).ToHashSet();
            foreach (var (id, (owner, incident)) in _incidents.ToList())
            {
                if (owner == facility && !told.Contains(id))
                    _incidents[id] = (owner, Over(incident));
            }

            if (_whole.Add(facility))
                _unseen.Add(facility);
        }

        Show();
        await PlanAsync();
        if (!_isLoaded)
            throw new InvalidOperationException("The store of notices cannot be read; what changed is told again.");
    }

    public ValueTask<ImmutableArray<NoticeDelivery>> Deliveries(NoticeQuery query) =>
        ValueTask.FromResult(NoticeLists.Deliveries(_notices, query, _deliveries, parts.Sender));

    public ValueTask<ImmutableArray<ChannelState>> Channels() =>
        ValueTask.FromResult(NoticeLists.Channels(_notices, IsAwaited, parts.Sender));

    async Task TickAsync(CancellationToken cancellationToken)
    {
        if (!_isLoaded)
            await LoadAsync();
        var now = parts.Time.GetUtcNow();
        // A silence that was set or lifted changes who is told.
        var silences = parts.Sender.Silences is { } known ? string.Join(' ', known.Select(each => $"{each.Id}/{each.To:O}")) : null;
        if (silences != _silences)
            (_silences, _nextAt) = (silences, now);
        if (_storm.IsStorm)
            _storm.Note(0, now);
        if (_nextAt <= now || _deliveries.Values.Any(delivery => delivery.NextAt <= now))
            await PlanAsync();
        if (now >= _showAt)
            Show();
    }

    async Task LoadAsync()
    {
        try
        {
            _notices = new(await parts.Store.LoadAsync(CancellationToken.None));
            (_isLoaded, _nextAt) = (true, parts.Time.GetUtcNow());
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            // Nobody is told before it is known who was: the next tick asks again.
            NotifyMetrics.StoreFaults.Inc();
            LogStoreAway(fault);
        }
    }

    /// <summary>Stores what is new, then lets it go.</summary>
    async Task PlanAsync()
    {
        if (!_isLoaded)
            return;

        if (_unseen.Count > 0)
        {
            EndVanished();
            _unseen.Clear();
        }

        var now = parts.Time.GetUtcNow();
        var plan = NotificationPlan.Of(
            _incidents.Values.Select(entry => entry.Incident), parts.Policy, parts.Rosters, _notices, NotificationParts.Zone, now,
            _storm.IsStorm, parts.Sender.Silences);
        var due = plan with { Notices = [.. plan.Notices.Where(notice => IsDue(notice.Key, now))] };
        // What is told now has a next step of its own, which only the plan after it knows.
        _nextAt = due.Notices.IsEmpty ? plan.NextAt : now + Tick;
        if (!due.Notices.IsEmpty || !due.HeldBack.IsEmpty)
        {
            _notices.Plan(due, now);
            foreach (var notice in due.Notices)
                _underway.Add(notice.Key);
            if (await StoreAsync([.. due.Notices.Concat(due.HeldBack).Select(notice => _notices.Of(notice.Key)!)]))
            {
                foreach (var notice in due.Notices)
                    _waiting.Enqueue(notice);
                while (_senders < MostAtOnce && _senders < _waiting.Count)
                    _ = SendAllAsync();
            }
            else
            {
                // Nothing of it happened: it is planned again when the store is back.
                foreach (var notice in due.Notices)
                    _underway.Remove(notice.Key);
                (_isLoaded, _nextAt) = (false, now + Tick);
            }
        }

        await ForgetAsync();
    }

    bool IsDue(AlarmId key, DateTimeOffset now) =>
        !_underway.Contains(key) && (!_deliveries.TryGetValue(key, out var delivery) || delivery.NextAt <= now);

    // Runs on the grain's own scheduler, outside the turn that began it: nobody waits for another machine.
    async Task SendAllAsync()
    {
        _senders++;
        while (_waiting.TryDequeue(out var notice))
        {
            try
            {
                await SendAsync(notice);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                LogFailed(notice.Key.ToString(), fault);
                Note(notice.Key, new SentNotice(notice.Target, fault.Message));
            }
        }

        _senders--;
    }

    async Task SendAsync(Notice notice)
    {
        var incident = _incidents.TryGetValue(notice.Incident, out var known) ? known.Incident : Unknown(notice);
        var sent = await parts.Sender.SendAsync(notice, incident, CancellationToken.None);
        Note(notice.Key, sent);
        if (sent is { Fault: { } why, IsFinal: true })
            _notices.Refused(notice.Key, why);
        else if (sent.Fault is null)
            _notices.Delivered(notice.Key, parts.Time.GetUtcNow());
        else
            return;

        await StoreAsync([_notices.Of(notice.Key)!]);
    }

    void Note(AlarmId key, SentNotice sent)
    {
        _underway.Remove(key);
        var attempts = _notices.Of(key)?.Attempts ?? 1;
        // Twice as long after each try, and a little apart so that many do not come at once; the key gives the same spread every time.
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(attempts, 10)) * (0.75 + (key.Low % 50 / 100.0))));
        _deliveries[key] = new(
            sent.Channel, sent.Fault, sent.Fault is null || sent.IsFinal ? null : parts.Time.GetUtcNow() + (sent.RetryAfter ?? wait));
        NotifyMetrics.Sent.WithLabels(sent.Channel, sent.Fault is null ? "delivered" : sent.IsFinal ? "refused" : "failed").Inc();
    }

    async Task<bool> StoreAsync(ImmutableArray<NoticeRecord> records)
    {
        try
        {
            await parts.Store.SaveAsync(records, CancellationToken.None);
            return true;
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            NotifyMetrics.StoreFaults.Inc();
            LogStoreAway(fault);
            return false;
        }
    }

    /// <summary>What the log knows as open and its facility has no more ended while nobody looked; who is silent holds up no other.</summary>
    void EndVanished()
    {
        var open = _incidents.Values.SelectMany(entry => entry.Incident.Absorbed.Prepend(entry.Incident.Id)).ToHashSet();
        foreach (var incident in _notices.Records.Where(record => IsHeard(record, _unseen)).GroupBy(record => record.Incident).ToList())
        {
            var last = incident.MaxBy(record => (record.Episode, record.PlannedAt))!;
            if (!open.Contains(incident.Key) && last.Kind != NoticeKind.Returned)
            {
                _incidents[incident.Key] = (last.Facility, new(
                    incident.Key, last.Priority, [], 0, 0, 0, last.PlannedAt, IsOver: true, AlarmText.Of("notice.ended-unseen"), []));
            }
        }
    }

    /// <summary>Once it is over, only the news that it is has to arrive, and that only where it may.</summary>
    static bool IsWanted(NoticeRecord record) => record is { Kind: NoticeKind.Returned, Refusal: null };

    // That it was over need not arrive any more once it has begun again.
    bool IsAwaited(NoticeRecord record) => _incidents.TryGetValue(record.Incident, out var known)
        && (known.Incident.IsOver ? IsWanted(record) : record.Kind != NoticeKind.Returned);

    // Of a record that names no facility it is known only when every one has spoken.
    bool IsHeard(NoticeRecord record, HashSet<string> facilities) =>
        record.Facility.Length > 0 ? facilities.Contains(record.Facility) : _whole.Count == parts.Facilities;

    /// <summary>An incident that is over and of which everybody has heard needs no memory.</summary>
    async Task ForgetAsync()
    {
        var closed = _incidents.Values.Select(entry => entry.Incident).Where(incident => incident.IsOver
            && _notices.OfIncident(incident).All(record => record.DeliveredAt is not null || record.IsHeldBack || !IsWanted(record))).ToList();
        foreach (var incident in closed)
        {
            _incidents.Remove(incident.Id);
            foreach (var record in _notices.OfIncident(incident).Where(record => record.DeliveredAt is null))
                _deliveries.Remove(record.Key);
        }

        var old = _notices.Records.GroupBy(record => record.Incident)
            .Where(group => !_incidents.ContainsKey(group.Key) && group.All(record => IsHeard(record, _whole))
                && group.Max(record => record.PlannedAt) < parts.Time.GetUtcNow() - TimeSpan.FromDays(7))
            .Select(group => group.Key).ToHashSet();
        if (old.Count == 0)
            return;

        foreach (var record in _notices.Records.Where(record => old.Contains(record.Incident)))
            _deliveries.Remove(record.Key);
        try
        {
            await parts.Store.ForgetAsync([.. old], CancellationToken.None);
            _notices.Forget(old);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            NotifyMetrics.StoreFaults.Inc();
            LogStoreAway(fault);
        }
    }

    void Show()
    {
        _showAt = parts.Time.GetUtcNow() + ShowEvery;
        _show.Show([.. _incidents.Values.Select(entry => entry.Incident)]);
    }

    static NotifiedIncident Over(NotifiedIncident incident) => incident with { IsOver = true, Annunciated = 0, Unacknowledged = 0 };

    static NotifiedIncident Unknown(Notice notice) => new(
        notice.Incident, notice.Priority, [], notice.Alarms, 0, 0, DateTimeOffset.UnixEpoch, IsOver: true, notice.Reason, []);

    [LoggerMessage(LogLevel.Warning, "Notice {Key} could not be carried.")]
    partial void LogFailed(string key, Exception fault);

    [LoggerMessage(LogLevel.Error, "The store of notices cannot be used; nobody is told until it can.")]
    partial void LogStoreAway(Exception fault);
}
