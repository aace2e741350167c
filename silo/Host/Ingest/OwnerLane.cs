using DcOps.Contracts;
using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Ingest;

/// <summary>
/// The way to one owner: batches queue up while a call is under way, and the next call takes them all. One call at a
/// time, which keeps the order and is the back-pressure.
/// </summary>
sealed partial class OwnerLane(
    string name, IReadingOwner owner, IngestLoad load, IngestOptions options, TimeProvider time, ILogger logger)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, CollectorTrack> _tracks = new(StringComparer.Ordinal);
    List<QueuedBatch> _queue = [];
    long _answeredAt = time.GetTimestamp();
    long _foldedAt = time.GetTimestamp();
    bool _isBusy;
    bool _isUnreachable;

    /// <summary>Whether the pump knows that there is work here.</summary>
    public bool IsScheduled { get; set; }

    /// <summary>Queues the batch, or refuses it while an earlier refused one has not come again.</summary>
    public void Take(QueuedBatch batch)
    {
        lock (_gate)
        {
            if (TrackOf(batch.Batch.Collector).Refused.TryPass(batch.Batch.Sequence))
                _queue.Add(batch);
            else
                LetGo(batch);
        }
    }

    /// <summary>Remembers a batch that could not be taken in, so that no later one passes it.</summary>
    public void Refuse(ReadingBatch batch)
    {
        lock (_gate)
            TrackOf(batch.Collector).Refused.Add(batch.Sequence);
    }

    /// <summary>
    /// Starts the next call at once where the last one began a window ago or longer: nothing came since that it could have been
    /// folded with. Otherwise what is queued waits for the window's end, so that a busy room is called no more often.
    /// </summary>
    public void WorkIfRested()
    {
        lock (_gate)
        {
            if (!_isBusy && time.GetElapsedTime(_foldedAt) >= options.Window)
                Work();
        }
    }

    /// <summary>Starts what is due, without waiting for it; false when there is nothing left to do here.</summary>
    public bool Work()
    {
        lock (_gate)
        {
            if (_isBusy)
                return true;

            if (_queue.Count > 0)
            {
                _isBusy = true;
                _foldedAt = time.GetTimestamp();
                var groups = CollectorGroup.Of(_queue);
                _queue = [];
                _ = FoldAsync(groups);
                return true;
            }

            List<string> awaiting = [.. _tracks.Where(track => track.Value.IsAwaitingDurability).Select(track => track.Key)];
            if (awaiting.Count > 0 && time.GetElapsedTime(_answeredAt) >= options.AskDurableEvery)
            {
                _isBusy = true;
                _ = AskAsync(awaiting);
            }

            return awaiting.Count > 0;
        }
    }

    async Task FoldAsync(List<CollectorGroup> groups)
    {
        foreach (var group in groups)
        {
            try
            {
                var track = TrackOf(group.Collector);
                var after = track.FoldedThrough;
                Answered(group, track, after, await owner.Fold(group.Collector, after, group.Batches));
            }
            catch (Exception fault)
            {
                Unreachable(group, fault);
            }
        }

        Done();
    }

    void Answered(CollectorGroup group, CollectorTrack track, long after, FoldReceipt receipt)
    {
        lock (_gate)
        {
            Reached();
            if (receipt.FoldedThrough < after)
            {
                LogForgot(name, group.Collector, after, receipt.FoldedThrough);
                load.Release(track.Forget(receipt.FoldedThrough));
                RefuseAll(group);
                return;
            }

            foreach (var batch in group.All)
                load.HandOn(batch.Batch);
            track.Folded(group, receipt);
            load.Release(track.Answer(receipt.DurableThrough));
        }
    }

    async Task AskAsync(List<string> collectors)
    {
        foreach (var collector in collectors)
        {
            try
            {
                var durable = await owner.DurableThrough(collector);
                lock (_gate)
                {
                    Reached();
                    load.Release(TrackOf(collector).Answer(durable));
                }
            }
            catch (Exception fault)
            {
                lock (_gate)
                    Lost(fault);
            }
        }

        Done();
    }

    void Done()
    {
        lock (_gate)
        {
            _answeredAt = time.GetTimestamp();
            _isBusy = false;
        }
    }

    void Unreachable(CollectorGroup group, Exception fault)
    {
        lock (_gate)
        {
            Lost(fault);
            RefuseAll(group);
        }
    }

    // What queued up behind the refused must not pass it either.
    void RefuseAll(CollectorGroup group)
    {
        var track = TrackOf(group.Collector);
        foreach (var batch in group.All.Concat(_queue.Where(queued => queued.Batch.Collector == group.Collector)))
        {
            track.Refused.Add(batch.Batch.Sequence);
            LetGo(batch);
        }

        _queue.RemoveAll(queued => queued.Batch.Collector == group.Collector);
    }

    void LetGo(QueuedBatch batch)
    {
        load.HandOn(batch.Batch);
        load.Release(1);
        batch.Delivery.Answer(batch.Index, IngestOutcome.Unavailable);
    }

    CollectorTrack TrackOf(string collector)
    {
        lock (_gate)
        {
            if (!_tracks.TryGetValue(collector, out var track))
                _tracks.Add(collector, track = new(new(time, options.AwaitRefusedFor)));
            return track;
        }
    }

    void Lost(Exception fault)
    {
        if (!_isUnreachable)
            LogUnreachable(name, fault.Message);
        _isUnreachable = true;
    }

    void Reached()
    {
        if (_isUnreachable)
            LogReached(name);
        _isUnreachable = false;
    }

    [LoggerMessage(LogLevel.Warning, "{Owner} cannot be reached: {Reason}. Its batches stay with their collectors")]
    partial void LogUnreachable(string owner, string reason);

    [LoggerMessage(LogLevel.Information, "{Owner} can be reached again")]
    partial void LogReached(string owner);

    [LoggerMessage(LogLevel.Warning, "{Owner} restarted and remembers {Collector} through {Remembered}, not {Known}: the difference was not receipted and is asked for again")]
    partial void LogForgot(string owner, string collector, long known, long remembered);
}
