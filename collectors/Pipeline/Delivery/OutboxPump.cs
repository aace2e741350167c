using DcOps.Contracts;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>
/// Delivers the outbox's batches in order of sequence, several deliveries at once, until each has its receipt.
/// </summary>
/// <remarks>
/// After a failure nothing new is sent until every delivery under way has ended; then everything without receipt goes
/// again, from the lowest sequence on. The receiver tells a batch it knows by the highest sequence it folded, so one
/// that was passed by a later one would be lost.
/// </remarks>
/// <param name="lane">Of what the queue holds: of the batches in order, the late ones are paced and marked.</param>
public sealed partial class OutboxPump(
    IBatchQueue outbox, IIngest ingest, DeliveryOptions options, TimeProvider time, ILogger<OutboxPump> logger, ReadingLane lane = ReadingLane.Ordered)
    : BackgroundService
{
    readonly BackfillPace _pace = new(options.BackfillBatchesPerSecond, time);
    readonly List<Flight> _flights = [];
    TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task<ImmutableArray<OutboxBatch>>? _reading;
    TimeSpan _pause;
    volatile bool _isFailing;

    /// <summary>Whether the last delivery that ended was received; true before the first.</summary>
    public bool IsDelivering => !_isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await StepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run: what has no receipt is on disk and goes again at the next start.
        }

        await Task.WhenAll(_flights.Select(flight => flight.Ended));
    }

    async Task StepAsync(CancellationToken stoppingToken)
    {
        var change = Change();
        if (_flights.Exists(flight => flight.HasFailed))
        {
            await RecoverAsync(stoppingToken);
            return;
        }

        _flights.RemoveAll(flight => flight.HasEnded && !flight.HasFailed);
        if (lane == ReadingLane.Ordered)
            PipelineMetrics.DeliveriesInFlight.Set(_flights.Count);
        _reading ??= outbox.ReadAsync(options.MostBatchesPerDelivery, options.MostBytesPerDelivery, stoppingToken).AsTask();
        if (_flights.Count >= options.MostInFlight)
        {
            if (_reading.IsCompletedSuccessfully)
                outbox.Hold(_reading.Result[0].Batch.CollectedAt);
            await change.WaitAsync(stoppingToken);
            return;
        }

        await Task.WhenAny(_reading, change).WaitAsync(stoppingToken);
        if (!_reading.IsCompleted || _flights.Exists(flight => flight.HasFailed))
            return;

        var batches = await _reading;
        _reading = null;
        Start(await PacedAsync(batches, stoppingToken), stoppingToken);
        outbox.Hold(null);
    }

    /// <summary>Batches of a backlog wait for their turn and are marked; those of now go as they are.</summary>
    async ValueTask<ImmutableArray<OutboxBatch>> PacedAsync(ImmutableArray<OutboxBatch> batches, CancellationToken stoppingToken)
    {
        if (lane != ReadingLane.Ordered || time.GetUtcNow() - batches[0].Batch.CollectedAt < options.AheadAfter)
            return batches;

        PipelineMetrics.Backfilled(batches.Length);
        outbox.Hold(batches[0].Batch.CollectedAt);
        if (_pace.Take(batches.Length, outbox.Arrivals) is { Ticks: > 0 } wait)
            await Task.Delay(wait, time, stoppingToken);
        return [.. batches.Select(batch => batch.Batch.Lane == ReadingLane.Historical
            ? batch
            : batch with { Batch = batch.Batch with { Lane = ReadingLane.Backfill } })];
    }

    async Task RecoverAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(_flights.Select(flight => flight.Ended)).WaitAsync(stoppingToken);
        var again = _flights.SelectMany(flight => flight.Left).OrderBy(batch => batch.Batch.Sequence).ToList();
        _pause = _pause == TimeSpan.Zero ? options.FirstPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, options.LongestPause.Ticks));
        if (!_isFailing && lane == ReadingLane.Ordered)
            LogStopped(again.Count, again[0].Batch.Sequence);
        _isFailing = true;
        outbox.Hold(again[0].Batch.CollectedAt);
        await Task.Delay(_pause, time, stoppingToken);

        _flights.Clear();
        foreach (var part in again.Chunk(options.MostBatchesPerDelivery))
            Start(await PacedAsync([.. part], stoppingToken), stoppingToken);
        outbox.Hold(null);
    }

    void Start(ImmutableArray<OutboxBatch> batches, CancellationToken stoppingToken)
    {
        var flight = new Flight(batches);
        _flights.Add(flight);
        flight.Ended = DeliverAsync(flight, stoppingToken);
    }

    async Task DeliverAsync(Flight flight, CancellationToken stoppingToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            var receipts = await ingest.DeliverAsync([.. flight.Batches.Select(batch => batch.Batch)], either.Token).WaitAsync(either.Token);
            Take(flight, receipts);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            Count("timed-out");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Count("stopped");
        }
        catch (Exception fault)
        {
            // Whatever the way to the silo throws, the batches are still here and go again.
            flight.End();
            Count("unreachable");
            if (!_isFailing && lane == ReadingLane.Ordered)
                LogFailed(fault);
        }
        finally
        {
            flight.End();
            Interlocked.Exchange(ref _change, NewSignal()).TrySetResult();
        }
    }

    void Take(Flight flight, ImmutableArray<IngestReceipt> receipts)
    {
        outbox.Settle(flight.Settle(receipts));
        if (lane == ReadingLane.Ordered)
        {
            foreach (var outcome in receipts.CountBy(receipt => receipt.Outcome))
                PipelineMetrics.Received(outcome.Key, outcome.Value);
        }

        Count(flight.Left.IsEmpty ? "answered" : "refused");
        if (!flight.Left.IsEmpty)
            return;

        _pause = TimeSpan.Zero;
        var wasFailing = _isFailing;
        _isFailing = false;
        if (wasFailing && lane == ReadingLane.Ordered)
            LogResumed();
    }

    // What is sent ahead is told by the lane in order too: counted here, it would count twice.
    void Count(string outcome)
    {
        if (lane == ReadingLane.Ordered)
            PipelineMetrics.Delivered(outcome);
    }

    Task Change() => Volatile.Read(ref _change).Task;

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Warning, "Delivery stopped: {Batches} batches from sequence {Sequence} on go again until they are received")]
    partial void LogStopped(int batches, long sequence);

    [LoggerMessage(LogLevel.Warning, "Delivery failed")]
    partial void LogFailed(Exception fault);

    [LoggerMessage(LogLevel.Information, "Delivery goes on: batches are received again")]
    partial void LogResumed();
}
