using System.Threading.Channels;
using DcOps.Domain.History;
using Microsoft.Extensions.Logging;

namespace DcOps.History.Feed;

/// <summary>Rows in memory between the grains and the pump: bounded, and what finds no room is dropped and counted.</summary>
sealed partial class OfferedRows(FeedOptions options, HistoryMetrics metrics, TimeProvider time, ILogger<HistoryFeed> logger)
{
    readonly Channel<(HistoryBatch Batch, long At)> _batches =
        Channel.CreateUnbounded<(HistoryBatch, long)>(new() { SingleReader = true });

    long _rows;
    bool _overflowing;

    /// <summary>Rows offered and not yet settled.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Whether nothing waits to be taken.</summary>
    public bool IsEmpty => !_batches.Reader.TryPeek(out _);

    public void Offer(HistoryBatch batch)
    {
        if (batch.Rows == 0)
            return;

        if (Interlocked.Add(ref _rows, batch.Rows) <= options.BufferRows && _batches.Writer.TryWrite((batch, time.GetTimestamp())))
            return;

        Interlocked.Add(ref _rows, -batch.Rows);
        metrics.Overflowed.Inc(batch.Rows);
        if (!Interlocked.Exchange(ref _overflowing, true))
            LogOverflowing(options.BufferRows);
    }

    /// <summary>From now on every offer finds no room.</summary>
    public void Close() => _batches.Writer.TryComplete();

    /// <summary>The oldest batches as one, of about one write's rows; they keep their room until settled.</summary>
    /// <param name="late">Whether one of them has waited longer than the store may be tried.</param>
    public HistoryBatch Take(out bool late)
    {
        late = false;
        var parts = new List<HistoryBatch>();
        for (var rows = 0; rows < options.BatchRows && _batches.Reader.TryRead(out var offered); rows += offered.Batch.Rows)
        {
            parts.Add(offered.Batch);
            late |= time.GetElapsedTime(offered.At) > options.Gather + options.Patience;
        }

        return HistoryBatches.Concat(parts);
    }

    /// <summary>These rows are in the store or on disk.</summary>
    public void Settle(int rows)
    {
        if (Interlocked.Add(ref _rows, -rows) < options.BufferRows / 2)
            Interlocked.Exchange(ref _overflowing, false);
    }

    [LoggerMessage(LogLevel.Error, "History drops rows: it has stopped, or {Limit} rows wait in memory already")]
    partial void LogOverflowing(int limit);
}
