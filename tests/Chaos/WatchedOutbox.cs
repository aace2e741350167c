using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;

namespace DcOps.Chaos;

/// <summary>An outbox that writes down each receipt, and keeps some of what was receipted to send it again out of order.</summary>
sealed class WatchedOutbox(Outbox outbox, string receipts) : IBatchQueue, IDisposable
{
    const int Kept = 400;

    readonly StreamWriter _receipts = new(new FileStream(receipts, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    readonly Dictionary<long, ReadingBatch> _underWay = [];
    readonly Queue<ReadingBatch> _receipted = [];
    readonly Lock _gate = new();

    public long Arrivals => outbox.Arrivals;

    public async ValueTask<ImmutableArray<OutboxBatch>> ReadAsync(int mostBatches, int mostBytes, CancellationToken cancellationToken)
    {
        var read = await outbox.ReadAsync(mostBatches, mostBytes, cancellationToken);
        lock (_gate)
        {
            foreach (var batch in read)
                _underWay[batch.Batch.Sequence] = batch.Batch;
        }

        return read;
    }

    public void Settle(IEnumerable<long> sequences)
    {
        var settled = sequences.ToList();
        lock (_gate)
        {
            foreach (var sequence in settled)
            {
                _receipts.WriteLine(sequence.ToString(CultureInfo.InvariantCulture));
                if (_underWay.Remove(sequence, out var batch))
                    _receipted.Enqueue(batch);
            }

            while (_receipted.Count > Kept)
                _receipted.Dequeue();
        }

        outbox.Settle(settled);
    }

    public void Hold(DateTimeOffset? since) => outbox.Hold(since);

    /// <summary>Some of what has a receipt, newest delivery first, as a confused collector would send it again.</summary>
    public ImmutableArray<ReadingBatch> Replay(Random random)
    {
        lock (_gate)
            return [.. _receipted.Where(_ => random.Next(2) == 0).OrderBy(batch => batch.Sequence)];
    }

    public void Dispose() => _receipts.Dispose();
}
