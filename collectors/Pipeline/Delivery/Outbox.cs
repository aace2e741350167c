using DcOps.Collectors.Pipeline.Delivery.Storage;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>
/// Keeps numbered batches on disk until their receipts arrive; bounded by size and age.
/// A batch survives <c>kill -9</c> from <see cref="Append"/> on and a power cut from the next <see cref="Sync"/> on.
/// Any number of writers, one reader.
/// </summary>
public sealed class Outbox : IBatchQueue, IDisposable
{
    readonly Lock _gate = new();
    readonly OutboxOptions _options;
    readonly TimeProvider _time;
    readonly ILogger<Outbox> _logger;
    readonly FileStream _folderLock;
    readonly SegmentStore _store;
    readonly CursorKeeper _cursor;
    readonly DeliveryWindow _window;
    readonly HandedBatches _handed = new();
    readonly RecordBuffer _records = new();
    TaskCompletionSource _arrival = NewSignal();
    long _count;
    long _arrivals;

    /// <summary>Next sequence to read from disk; null while everything unread is in the window.</summary>
    long? _diskFrom;
    bool _diskRefuses;
    DateTimeOffset? _heldSince;

    Outbox(OutboxOptions options, TimeProvider time, ILogger<Outbox> logger)
    {
        (_options, _time, _logger) = (options, time, logger);
        Directory.CreateDirectory(options.Folder);
        _folderLock = FolderLock.Take(options.Folder);
        _store = SegmentStore.Open(options.Folder, options.SegmentBytes, logger.Torn);
        _cursor = new(options.Folder, _store.Last, time.GetUtcNow());
        _window = new(options.WindowBytes);
        _store.DeleteThrough(_cursor.ReceiptedThrough);
        _count = _store.CountAbove(_cursor.ReceiptedThrough);
        _diskFrom = _count > 0 ? _cursor.ReceiptedThrough + 1 : null;
        Publish();
    }

    /// <summary>Batches without receipt.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    public long Arrivals => Interlocked.Read(ref _arrivals);

    /// <summary>How long the oldest batch has waited that is not on its way; zero when there is none.</summary>
    public TimeSpan Lag
    {
        get
        {
            lock (_gate)
            {
                var oldest = _heldSince ?? _window.OldestAt ?? (_diskFrom is { } from ? _store.StartOf(from) : null);
                return oldest is { } since && _time.GetUtcNow() > since ? _time.GetUtcNow() - since : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Whether the disk took the last write.</summary>
    public bool IsWritable
    {
        get
        {
            lock (_gate)
                return !_diskRefuses;
        }
    }

    /// <exception cref="IOException">The folder cannot be written, or another collector has it.</exception>
    public static Outbox Open(OutboxOptions options, TimeProvider time, ILogger<Outbox> logger) => new(options, time, logger);

    /// <summary>Numbers the batches and writes them, all in one go.</summary>
    /// <returns>False when the disk took none of them: they are then in memory alone, or dropped and counted when that is full too.</returns>
    public bool Append(IReadOnlyList<OpenBatch> batches)
    {
        if (batches.Count == 0)
            return true;

        lock (_gate)
        {
            if (!_cursor.Reserve(batches.Count, Refused))
            {
                Drop(DropReason.DiskFull, batches.Count);
                return false;
            }

            _records.Clear();
            var numbered = batches.Select(batch => _records.Add(batch.Number(_options.Collector, _cursor.Next()))).ToList();
            var kept = Write(numbered);
            foreach (var batch in numbered)
                Offer(batch, kept);
            Interlocked.Add(ref _arrivals, numbered.Count);
            Bound();
            Publish();
            _arrival.TrySetResult();
            return kept;
        }
    }

    /// <summary>Every batch appended so far is on the disk when this returns.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Sync() => _store.Sync();

    /// <summary>Hands out the next batches, in order of sequence; waits for the first.</summary>
    public async ValueTask<ImmutableArray<OutboxBatch>> ReadAsync(int mostBatches, int mostBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task arrival;
            lock (_gate)
            {
                var taken = Take(mostBatches, mostBytes);
                if (!taken.IsEmpty)
                    return taken;

                if (_arrival.Task.IsCompleted)
                    _arrival = NewSignal();
                arrival = _arrival.Task;
            }

            await arrival.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets batches whose receipts are back.</summary>
    public void Settle(IEnumerable<long> sequences)
    {
        lock (_gate)
        {
            foreach (var sequence in sequences)
                _count -= _handed.Settle(sequence) ? 1 : 0;
            if (_handed.Advance() is { } through)
            {
                _cursor.ReceiptedThrough = through;
                _store.DeleteThrough(through);
            }

            Publish();
        }
    }

    public void Hold(DateTimeOffset? since)
    {
        lock (_gate)
            _heldSince = since;
    }

    /// <summary>What is due from time to time: the cursor written, the too old dropped, the metrics brought up to date.</summary>
    public void Maintain()
    {
        lock (_gate)
        {
            while (_store.IsOldestBefore(_time.GetUtcNow() - _options.MostAge))
                DropOldest(DropReason.Age);
            _cursor.Persist(Refused);
            Publish();
        }
    }

    /// <summary>Compresses one segment that will wait for a while, without a lock; false when there was none.</summary>
    /// <exception cref="IOException">The disk refused; the segment stays as it was.</exception>
    public bool Pack()
    {
        ClosedSegment? plain;
        lock (_gate)
            plain = _store.NextToPack();
        if (plain is null)
            return false;

        var packed = SegmentPacking.Pack(plain);
        lock (_gate)
            _store.Replace(plain, packed);
        return true;
    }

    /// <summary>Closes the files; batches without receipt stay on disk.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _store.Dispose();
            _cursor.Close(Refused);
            _folderLock.Dispose();
        }
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    bool Write(List<OutboxBatch> numbered)
    {
        try
        {
            _store.Append(_records.Written, numbered[0].Batch.Sequence, numbered[^1].Batch.Sequence, numbered[0].Batch.CollectedAt);
            if (_diskRefuses)
                _logger.DiskAccepts(_options.Folder);
            _diskRefuses = false;
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Refused(refused);
            return false;
        }
    }

    void Offer(OutboxBatch batch, bool isOnDisk)
    {
        if (_diskFrom is not null || !_window.TryAdd(batch))
        {
            if (!isOnDisk)
            {
                Drop(DropReason.DiskFull, 1);
                return;
            }

            _diskFrom ??= batch.Batch.Sequence;
        }

        _count++;
    }

    ImmutableArray<OutboxBatch> Take(int mostBatches, int mostBytes)
    {
        var taken = ImmutableArray.CreateBuilder<OutboxBatch>();
        _window.Take(mostBatches, mostBytes, taken);
        while (taken.Count == 0 && _diskFrom is { } from)
        {
            taken.AddRange(_store.Read(from, mostBatches, mostBytes, out var lost, out var through));
            if (lost > 0)
                Lose(DropReason.Damaged, lost);
            _diskFrom = through >= _store.Last ? null : through + 1;
        }

        foreach (var batch in taken)
            _handed.Add(batch);
        return taken.ToImmutable();
    }

    void Bound()
    {
        while (_store.Bytes > _options.MostBytes && DropOldest(DropReason.Size))
        {
        }
    }

    bool DropOldest(DropReason reason)
    {
        if (_store.DropOldest() is not { } segment)
            return false;

        // What is in the window or in flight can still arrive; only what would have to be read again is lost.
        if (_diskFrom is { } from && segment.CountAbove(from - 1) is var lost and > 0)
        {
            Lose(reason, lost);
            _diskFrom = segment.Last >= _store.Last ? null : segment.Last + 1;
        }

        return true;
    }

    void Lose(DropReason reason, long batches)
    {
        _count -= batches;
        Drop(reason, batches);
    }

    void Drop(DropReason reason, long batches)
    {
        PipelineMetrics.Dropped(reason, batches);
        _logger.Dropped(_options.Folder, batches, reason);
    }

    void Refused(Exception refused)
    {
        PipelineMetrics.WriteFailures.Inc();
        if (!_diskRefuses)
            _logger.DiskRefuses(_options.Folder, refused);
        _diskRefuses = true;
    }

    void Publish()
    {
        var oldest = _handed.OldestAt ?? _window.OldestAt ?? (_diskFrom is { } from ? _store.StartOf(from) : null);
        PipelineMetrics.OutboxBatches.Set(_count);
        PipelineMetrics.OutboxBytes.Set(_store.Bytes);
        PipelineMetrics.OutboxOldestAge.Set(oldest is { } since ? Math.Max(0, (_time.GetUtcNow() - since).TotalSeconds) : 0);
    }
}
