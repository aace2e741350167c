using System.Threading.Channels;
using DcOps.Collectors.Pipeline.Delivery;

namespace DcOps.Benchmarks.Province;

/// <summary>What one collector has to deliver, in memory: the outbox's place, without its disk.</summary>
sealed class WaitingBatches(string collector) : IBatchQueue
{
    // What an encoded batch of this load takes, near enough for the pump's limit of a delivery.
    const int Bytes = 160;

    readonly Channel<OutboxBatch> _batches = Channel.CreateUnbounded<OutboxBatch>(new() { SingleReader = true, SingleWriter = true });
    long _sequence;
    long _settled;

    public long Arrivals => Volatile.Read(ref _sequence);

    public long Settled => Interlocked.Read(ref _settled);

    public long Waiting => Arrivals - Settled;

    public void Add(OpenBatch batch) => _batches.Writer.TryWrite(new(batch.Number(collector, Interlocked.Increment(ref _sequence)), Bytes));

    public async ValueTask<ImmutableArray<OutboxBatch>> ReadAsync(int mostBatches, int mostBytes, CancellationToken cancellationToken)
    {
        await _batches.Reader.WaitToReadAsync(cancellationToken);
        var taken = ImmutableArray.CreateBuilder<OutboxBatch>();
        while (taken.Count < Math.Min(mostBatches, mostBytes / Bytes) && _batches.Reader.TryRead(out var batch))
            taken.Add(batch);
        return taken.DrainToImmutable();
    }

    public void Settle(IEnumerable<long> sequences) => Interlocked.Add(ref _settled, sequences.Count());

    public void Hold(DateTimeOffset? since)
    {
        // Nothing here asks how long a batch waits.
    }
}
