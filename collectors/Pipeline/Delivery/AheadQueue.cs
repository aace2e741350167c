using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>
/// What is sent past a backlog, so that pages stay live while the backlog drains: of each point the newest reading alone,
/// in memory alone. It is bounded by the site's points, and whatever is lost here comes again in order.
/// Any number of writers, one reader.
/// </summary>
public sealed class AheadQueue : IBatchQueue
{
    readonly Lock _gate = new();
    readonly string _collector;
    readonly Dictionary<Location, Dictionary<PointId, Reading>> _newest = [];
    TaskCompletionSource _arrival = NewSignal();
    long _last;

    /// <param name="collector">Name of the collector whose backlog is passed.</param>
    /// <param name="time">Its clock makes the first number larger than those of an earlier run; after it they only count.</param>
    public AheadQueue(string collector, TimeProvider time)
    {
        _collector = ReadingBatch.AheadNameOf(collector);
        _last = Math.Max(0, (time.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
    }

    public long Arrivals => 0;

    /// <summary>Takes a copy of batches that wait behind a backlog.</summary>
    public void Add(IEnumerable<OpenBatch> batches)
    {
        lock (_gate)
        {
            foreach (var batch in batches.Where(batch => batch.Lane != ReadingLane.Historical))
            {
                if (!_newest.TryGetValue(batch.Location, out var points))
                    _newest[batch.Location] = points = [];
                foreach (var reading in batch.Readings)
                    points[reading.Point] = reading;
            }

            if (_newest.Count > 0)
                _arrival.TrySetResult();
        }
    }

    /// <summary>The backlog is gone: what waits here is on its way in order.</summary>
    public void Clear()
    {
        lock (_gate)
            _newest.Clear();
    }

    public async ValueTask<ImmutableArray<OutboxBatch>> ReadAsync(int mostBatches, int mostBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task arrival;
            lock (_gate)
            {
                if (_newest.Count > 0)
                    return Take(mostBatches);

                if (_arrival.Task.IsCompleted)
                    _arrival = NewSignal();
                arrival = _arrival.Task;
            }

            await arrival.WaitAsync(cancellationToken);
        }
    }

    public void Settle(IEnumerable<long> sequences)
    {
        // Nothing is kept here.
    }

    public void Hold(DateTimeOffset? since)
    {
        // What is held here is newest again when it goes.
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    ImmutableArray<OutboxBatch> Take(int mostBatches)
    {
        var taken = ImmutableArray.CreateBuilder<OutboxBatch>();
        foreach (var (location, points) in _newest.Take(mostBatches).ToList())
        {
            ImmutableArray<Reading> readings = [.. points.Values.OrderBy(reading => reading.ObservedAt)];
            taken.Add(new(new(_collector, ++_last, location, readings[^1].ObservedAt, readings, [], ReadingLane.Ahead), 0));
            _newest.Remove(location);
        }

        PipelineMetrics.SentAhead(taken.Count);
        return taken.ToImmutable();
    }
}
