using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Grains.Alarms;

/// <summary>
/// Tells the inbox of the province and the notification what changed among a facility's incidents. One run is under way at a time;
/// what changes meanwhile is gathered for the next, so that a storm makes few and large reports.
/// </summary>
sealed class IncidentReports(string facility, IncidentBoard board, AlarmParts parts, IGrainFactory grains)
{
    // A notification that does not answer is asked again after this, and loses nothing meanwhile.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly IAlarmSummaryGrain _summary = grains.GetGrain<IAlarmSummaryGrain>(parts.Inventory.Province.Value);
    readonly Dictionary<Domain.Alarms.AlarmId, NotifiedIncident> _unnotified = [];
    bool _owesInbox = true;
    bool _owesNotification = true;
    bool _isComplete;
    bool _wasComplete;
    bool _hasChanges = true;
    int _raised;
    DateTimeOffset? _since;
    DateTimeOffset _heartbeatAt;
    DateTimeOffset _notifyAt;
    Task _inbox = Task.CompletedTask;
    Task _notified = Task.CompletedTask;

    // What owners told while a report was under way is among the open incidents only when its changes are taken: a whole without
    // them would end incidents that stand.
    bool MayTellWhole => _owesNotification && _isComplete && !_hasChanges;

    /// <summary>Notes that something changed, or that time passed.</summary>
    /// <param name="since">When the first of the raised alarms was written down.</param>
    /// <param name="isComplete">Whether every owner has told its alarms.</param>
    public void Note(int raised, DateTimeOffset? since, bool isComplete)
    {
        (_raised, _isComplete, _hasChanges) = (_raised + raised, isComplete, true);
        _since = _since is null || since < _since ? since ?? _since : _since;
    }

    /// <summary>Never waits.</summary>
    public void Send()
    {
        if (_inbox.IsCompleted)
            _inbox = TellInboxAsync();
        if (_notified.IsCompleted && parts.Now >= _notifyAt && (_unnotified.Count > 0 || MayTellWhole))
            _notified = TellNotificationAsync();
    }

    async Task TellInboxAsync()
    {
        while (_hasChanges)
        {
            _hasChanges = false;
            var changes = board.TakeChanges();
            foreach (var incident in changes.Notified)
            {
                // An incident of which the owners have not told their alarms yet looks as if it were over; the whole tells whether it is.
                if (_isComplete || !incident.IsOver)
                    _unnotified[incident.Id] = _owesNotification ? board.WithMembers(incident) : incident;
            }

            if (_unnotified.Count > 0 && _notified.IsCompleted && parts.Now >= _notifyAt)
                _notified = TellNotificationAsync();
            var isNews = !changes.Rows.IsEmpty || !changes.Gone.IsEmpty || _raised > 0 || _isComplete != _wasComplete;
            if (!isNews && !_owesInbox && parts.Now < _heartbeatAt)
                return;

            // A heartbeat, so that an inbox that was restarted asks for the whole.
            _heartbeatAt = parts.Now + TimeSpan.FromSeconds(5);
            var (isWhole, raised, since) = (_owesInbox, _raised, _since);
            (_raised, _since, _wasComplete) = (0, null, _isComplete);
            try
            {
                var isKnown = await _summary.Report(new(
                    facility, isWhole ? [.. board.Rows] : changes.Rows, changes.Gone, board.Standing.Count, board.Shelved, raised, isWhole,
                    _isComplete));
                _owesInbox = !isKnown && !isWhole;
                _hasChanges |= _owesInbox;
                if (since is { } first)
                    AlarmMetrics.Latency.Observe((parts.Now - first).TotalSeconds);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                AlarmMetrics.TellsLost.Inc();
                _owesInbox = true;
                return;
            }
        }
    }

    async Task TellNotificationAsync()
    {
        while (_unnotified.Count > 0 || MayTellWhole)
        {
            // Only when every owner has spoken are these all that are open.
            var isWhole = MayTellWhole;
            ImmutableArray<NotifiedIncident> incidents = [.. _unnotified.Values];
            if (isWhole)
                incidents = [.. board.Open().Where(open => !_unnotified.ContainsKey(open.Id)), .. incidents];
            _unnotified.Clear();
            try
            {
                await grains.GetGrain<INotificationGrain>(parts.Inventory.Province.Value).Report(facility, incidents, isWhole);
                _owesNotification &= !isWhole;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                AlarmMetrics.TellsLost.Inc();
                _notifyAt = parts.Now + Pause;
                foreach (var incident in incidents)
                    _unnotified.TryAdd(incident.Id, incident);
                return;
            }
        }
    }
}
