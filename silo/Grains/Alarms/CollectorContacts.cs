using DcOps.Contracts.Collectors;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>
/// The collectors that deliver to a facility: whether they still report, and whether their clocks are right. Asked every few seconds,
/// beside the owner's turns.
/// </summary>
sealed class CollectorContacts(Location place, AlarmParts parts, IGrainFactory grains)
{
    static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(5);

    readonly ImmutableArray<CollectorSilentRule> _silent = [.. parts.Settings.Rules.Of<CollectorSilentRule>()];
    readonly ImmutableArray<ClockFaultRule> _clock = [.. parts.Settings.Rules.Of<ClockFaultRule>()];
    readonly DateTimeOffset _startedAt = parts.Now;
    readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    ImmutableArray<CollectorSnapshot> _snapshots = [];
    DateTimeOffset _askAt;
    Task _asking = Task.CompletedTask;

    public void Note(string collector)
    {
        // What goes ahead of the order is the same collector.
        if (!collector.EndsWith(".ahead", StringComparison.Ordinal))
            _names.Add(collector);
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
        foreach (var snapshot in _snapshots)
            Judge(book, snapshot, now);
        if (now < _askAt || !_asking.IsCompleted || _names.Count == 0 || _silent.Length + _clock.Length == 0)
            return;
        _askAt = now + AskEvery;
        _asking = AskAsync();
    }

    async Task AskAsync()
    {
        try
        {
            _snapshots = [.. await Task.WhenAll(_names.Select(name => grains.GetGrain<ICollectorGrain>(name).Snapshot().AsTask()))];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What was heard last goes on ageing, so that silence is not hidden by this.
            AlarmMetrics.TellsLost.Inc();
        }
    }

    void Judge(AlarmBook book, CollectorSnapshot snapshot, DateTimeOffset now)
    {
        // One that never reported here delivers by other means, as an import does: nobody promised its reports.
        if (snapshot.HeardAt is null)
            return;

        var point = PointId.Total(snapshot.Name, Quantity.None);
        var contact = new Contact(snapshot.Name, snapshot.HeardAt, _startedAt, CollectorSnapshot.ReportEvery, now);
        foreach (var rule in _silent)
        {
            if (rule.Where.Covers(place))
                book.Observe(rule, place, point, contact, now, now);
        }

        foreach (var rule in _clock)
        {
            if (rule.Where.Covers(place) && now - snapshot.HeardAt < CollectorSnapshot.SilentAfter)
                book.Observe(rule, place, point, new ClockOffset(snapshot.Name, snapshot.ClockAhead), now, now);
        }
    }
}
