using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains.Alarms;

/// <summary>
/// What leaves an owner's book: first into the journal, then to the incidents of its facility. One run is under way at a time, and
/// no turn of the grain waits for it. While the journal is away entries wait here and in the owner's checkpoint, and nobody is told.
/// </summary>
sealed partial class AlarmOutlet(string owner, AlarmParts parts, IIncidentGrain incidents)
{
    /// <summary>Entries above which those that a newer entry of the same alarm replaces are let go.</summary>
    public const int Most = 20_000;

    readonly ILogger _logger = parts.Loggers.CreateLogger<AlarmOutlet>();
    readonly HashSet<AlarmKey> _untold = [];
    List<AlarmTransition> _waiting = [];
    int _underWay;
    bool _owesWhole = true;
    DateTimeOffset? _raisedAt;
    long _writtenThrough;
    long _takenThrough;
    Task _run = Task.CompletedTask;

    /// <summary>Whether the last try to write failed.</summary>
    public bool IsAway { get; private set; }

    /// <summary>In their order; empty nearly always.</summary>
    public ImmutableArray<AlarmTransition> Unwritten => [.. _waiting];

    /// <summary>Takes up what a checkpoint held.</summary>
    public void Restore(ImmutableArray<AlarmTransition> unwritten) => Take(unwritten);

    /// <summary>Takes what the book wrote and sends it on, unless nothing is owed.</summary>
    /// <param name="isRetry">Whether a journal that was away is tried again.</param>
    public void Send(AlarmBook book, bool isRetry)
    {
        if (book.Untaken > 0)
            Take(book.TakeTransitions());
        if (IsAway && !isRetry)
            return;
        if ((_waiting.Count > 0 || _untold.Count > 0 || _owesWhole) && _run.IsCompleted)
            _run = RunAsync(book);
    }

    /// <summary>Completes when everything taken so far is in the journal.</summary>
    /// <exception cref="JournalUnavailableException">It refused; the entries wait.</exception>
    public async Task WrittenAsync(AlarmBook book)
    {
        Send(book, isRetry: true);
        var through = _takenThrough;
        while (_writtenThrough < through)
        {
            await _run;
            if (_writtenThrough >= through)
                return;
            if (IsAway)
                throw new JournalUnavailableException($"The journal of alarms is away; what {owner} did waits for it.");
            Send(book, isRetry: true);
        }
    }

    void Take(ImmutableArray<AlarmTransition> entries)
    {
        foreach (var entry in entries)
            AlarmMetrics.Count(entry);
        _waiting.AddRange(entries);
        _takenThrough += entries.Length;
        AlarmMetrics.JournalWaiting.Inc(entries.Length);
        if (_waiting.Count - _underWay > Most)
            Thin();
    }

    async Task RunAsync(AlarmBook book)
    {
        while (true)
        {
            if (_waiting.Count > 0 && !await TryWriteAsync())
                return;
            if (_waiting.Count > 0)
                continue;
            if (!_owesWhole && _untold.Count == 0)
                return;
            if (!await TryTellAsync(book))
                return;
        }
    }

    async Task<bool> TryWriteAsync()
    {
        ImmutableArray<AlarmTransition> batch = [.. _waiting];
        _underWay = batch.Length;
        try
        {
            var started = parts.Time.GetTimestamp();
            await parts.Journal.AppendAsync(owner, batch, CancellationToken.None);
            AlarmMetrics.JournalWrite.Observe(parts.Time.GetElapsedTime(started).TotalSeconds);
        }
        catch (JournalUnavailableException fault)
        {
            AlarmMetrics.JournalFailures.Inc();
            AlarmMetrics.JournalWritable.Set(0);
            if (!IsAway)
                LogAway(owner, fault.Message);
            (IsAway, _underWay) = (true, 0);
            return false;
        }

        _waiting.RemoveRange(0, batch.Length);
        (_underWay, _writtenThrough) = (0, _writtenThrough + batch.Length);
        AlarmMetrics.JournalWaiting.Dec(batch.Length);
        AlarmMetrics.JournalWritable.Set(1);
        if (IsAway)
            LogBack(owner);
        IsAway = false;
        foreach (var entry in batch)
        {
            _untold.Add(entry.After.Key);
            if (entry.Event == AlarmEvent.Raised)
                _raisedAt ??= entry.RecordedAt;
        }

        return true;
    }

    async Task<bool> TryTellAsync(AlarmBook book)
    {
        var isWhole = _owesWhole;
        ImmutableArray<Alarm> alarms = isWhole
            ? [.. book.Standing]
            : [.. _untold.Select(key => book.Of(key) ?? Alarm.Normal(key, AlarmPriority.Advisory, parts.Now))];
        var since = _raisedAt;
        _untold.Clear();
        _raisedAt = null;
        try
        {
            _owesWhole = !await incidents.Tell(owner, alarms, isWhole, since) && !isWhole;
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            AlarmMetrics.TellsLost.Inc();
            _owesWhole = true;
            return false;
        }
    }

    void Thin()
    {
        var newest = new Dictionary<AlarmKey, AlarmTransition>();
        foreach (var entry in _waiting.Skip(_underWay))
            newest[entry.After.Key] = entry;
        var kept = _waiting.Where((entry, index) => index < _underWay || ReferenceEquals(newest[entry.After.Key], entry)
            || entry.Author != AlarmTransition.Product).ToList();
        AlarmMetrics.JournalThinned.Inc(_waiting.Count - kept.Count);
        AlarmMetrics.JournalWaiting.Dec(_waiting.Count - kept.Count);
        _writtenThrough += _waiting.Count - kept.Count;
        _waiting = kept;
    }

    [LoggerMessage(LogLevel.Warning, "The journal of alarms does not take what {Owner} has; nobody is told of it until it does: {Reason}")]
    partial void LogAway(string owner, string reason);

    [LoggerMessage(LogLevel.Information, "The journal of alarms takes what {Owner} has again")]
    partial void LogBack(string owner);
}
