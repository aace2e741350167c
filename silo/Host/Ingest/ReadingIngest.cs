using System.Collections.Concurrent;
using DcOps.Contracts;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest;

/// <summary>
/// Takes deliveries, hands each owner its batches in micro-batches, and answers each batch when its owner says that it is
/// durable. Batches are queued before <see cref="DeliverAsync"/> returns its task, so the order of calls is the order of folds.
/// </summary>
public sealed partial class ReadingIngest : BackgroundService, IIngest
{
    readonly IngestLoad _load;
    readonly OwnerLanes _lanes;
    readonly IngestOptions _options;
    readonly TimeProvider _time;
    readonly ILogger<ReadingIngest> _logger;
    readonly UnknownLocations _unknown;
    readonly ConcurrentQueue<OwnerLane> _scheduled = [];
    readonly ConcurrentQueue<Delivery> _deliveries = [];
    readonly List<OwnerLane> _working = [];
    volatile bool _isClosed;

    public ReadingIngest(
        Inventory inventory, IOwners owners, IngestOptions options, TimeProvider time, ILogger<ReadingIngest> logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _load = new(options);
        _unknown = new(logger);
        _lanes = new(inventory, owners, _load, options, time, logger);
    }

    /// <summary>Batches that wait for their receipt.</summary>
    public long InFlight => _load.Batches;

    /// <exception cref="ArgumentException">The batches are of several collectors, or not in order of sequence.</exception>
    public Task<ImmutableArray<IngestReceipt>> DeliverAsync(
        ImmutableArray<ReadingBatch> batches, CancellationToken cancellationToken)
    {
        CheckOrder(batches);
        var delivery = new Delivery(batches, _time.GetTimestamp());
        if (_isClosed)
            delivery.Expire();
        else if (_load.TryTake(batches))
            Take(batches, delivery);
        else
            Shed(batches, delivery);

        return ReceiptsAsync(delivery, cancellationToken);
    }

    /// <summary>Takes nothing more, then waits until what is under way is answered, or the time for stopping is over.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _isClosed = true;
        try
        {
            using var tick = new PeriodicTimer(_options.Window, _time);
            while (!_load.IsEmpty)
                await tick.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            LogUnanswered(_load.Batches);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(_options.Window, _time);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
                Work();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            foreach (var delivery in _deliveries)
                delivery.Expire();
        }
    }

    /// <summary>One window: starts what is due in every lane that has work, waits for none of it.</summary>
    internal void Work()
    {
        while (_scheduled.TryDequeue(out var lane))
            _working.Add(lane);
        _working.RemoveAll(Rests);
        Expire();
    }

    async Task<ImmutableArray<IngestReceipt>> ReceiptsAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var receipts = await delivery.Completion.WaitAsync(cancellationToken);
        SiloMetrics.IngestReceiptDelay.Observe(_time.GetElapsedTime(delivery.StartedAt).TotalSeconds);
        foreach (var receipt in receipts)
            SiloMetrics.Batches(receipt.Outcome).Inc();
        return receipts;
    }

    void Take(ImmutableArray<ReadingBatch> batches, Delivery delivery)
    {
        _deliveries.Enqueue(delivery);
        var lanes = new HashSet<OwnerLane>();
        for (var index = 0; index < batches.Length; index++)
        {
            var batch = batches[index];
            if (_lanes.TryGet(batch.Location, out var lane))
            {
                lane.Take(new(batch, delivery, index));
                lanes.Add(lane);
                Schedule(lane);
            }
            else
            {
                _unknown.Count(batch);
                _load.HandOn(batch);
                _load.Release(1);
                delivery.Answer(index, IngestOutcome.UnknownLocation);
            }
        }

        // Only now, so that what came in one delivery is folded in one call.
        foreach (var lane in lanes)
            lane.WorkIfRested();
    }

    void Shed(ImmutableArray<ReadingBatch> batches, Delivery delivery)
    {
        SiloMetrics.IngestShed.Inc(batches.Length);
        foreach (var batch in batches)
        {
            if (_lanes.TryGet(batch.Location, out var lane))
                lane.Refuse(batch);
        }

        delivery.Expire();
    }

    void Schedule(OwnerLane lane)
    {
        lock (lane)
        {
            if (lane.IsScheduled)
                return;
            lane.IsScheduled = true;
        }

        _scheduled.Enqueue(lane);
    }

    bool Rests(OwnerLane lane)
    {
        lock (lane)
        {
            if (lane.Work())
                return false;
            lane.IsScheduled = false;
            return true;
        }
    }

    void Expire()
    {
        while (_deliveries.TryPeek(out var delivery))
        {
            if (!delivery.Completion.IsCompleted)
            {
                if (_time.GetElapsedTime(delivery.StartedAt) < _options.ReceiptTimeout)
                    return;
                SiloMetrics.IngestExpired.Inc(delivery.Expire());
            }

            _deliveries.TryDequeue(out _);
        }
    }

    static void CheckOrder(ImmutableArray<ReadingBatch> batches)
    {
        for (var index = 1; index < batches.Length; index++)
        {
            var (before, batch) = (batches[index - 1], batches[index]);
            if (batch.Collector != before.Collector || batch.Sequence <= before.Sequence)
            {
                throw new ArgumentException(
                    $"A delivery is of one collector, in order of sequence: {batch.Collector} {batch.Sequence} came after {before.Collector} {before.Sequence}.",
                    nameof(batches));
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Batches} batches were not durable in time to be receipted; their collectors keep them")]
    partial void LogUnanswered(long batches);
}
