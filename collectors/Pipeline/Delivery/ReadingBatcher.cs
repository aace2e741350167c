using DcOps.Collectors.Pipeline.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Gathers readings into one batch for each location and flush, and puts them into the outbox.</summary>
/// <param name="ahead">Takes a copy of what waits behind a backlog; null: pages wait with it.</param>
public sealed partial class ReadingBatcher(
    Outbox outbox, DeliveryOptions options, TimeProvider time, ILogger<ReadingBatcher> logger, AheadQueue? ahead = null)
    : BackgroundService, IReadingSink
{
    static readonly TimeSpan MaintenanceInterval = TimeSpan.FromSeconds(1);

    readonly Lock _gate = new();
    readonly Lock _flushing = new();
    readonly List<TaskCompletionSource> _unsynced = [];
    GatheringBatches _gathering = new();
    GatheringBatches _closed = new();
    bool _isDirty;
    long _syncedAt;
    long _maintainedAt;
    PeriodicTimer? _timer;

    public ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken)
    {
        Add(readings, null);
        return ValueTask.CompletedTask;
    }

    public Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken)
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(readings, kept);
        return kept.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Closes what has gathered into batches and puts them into the outbox.</summary>
    public void Flush()
    {
        lock (_flushing)
        {
            lock (_gate)
                (_closed, _gathering) = (_gathering, _closed);
            var batches = _closed.Close(time.GetUtcNow());
            var lags = outbox.Lag >= options.AheadAfter;
            var kept = outbox.Append(batches);
            if (lags)
                ahead?.Add(batches);
            else
                ahead?.Clear();
            _isDirty |= _closed.Readings > 0;
            if (kept)
                _unsynced.AddRange(_closed.Waiting);
            else
                _closed.Waiting.ForEach(waiting => waiting.TrySetException(new IOException("The outbox's disk does not take the readings.")));
            _closed.Clear();
        }
    }

    /// <summary>Has the disk keep what the outbox wrote, and says so to those who wait for it.</summary>
    public void Sync()
    {
        lock (_flushing)
        {
            if (!_isDirty && _unsynced.Count == 0)
                return;

            try
            {
                outbox.Sync();
                _unsynced.ForEach(waiting => waiting.TrySetResult());
                _isDirty = false;
            }
            catch (IOException refused)
            {
                LogSyncRefused(refused);
                _unsynced.ForEach(waiting => waiting.TrySetException(refused));
            }

            _unsynced.Clear();
            _syncedAt = time.GetTimestamp();
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Here and not in the loop: the first interval begins when the start is over.
        _timer = new(options.FlushInterval, time);
        (_syncedAt, _maintainedAt) = (time.GetTimestamp(), time.GetTimestamp());
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Flush();
        Sync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = _timer;
        try
        {
            while (await timer!.WaitForNextTickAsync(stoppingToken))
                Tick();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run: StopAsync flushes what has gathered since.
        }
    }

    void Tick()
    {
        Flush();
        if (_unsynced.Count > 0 || time.GetElapsedTime(_syncedAt) >= options.SyncInterval)
            Sync();
        if (time.GetElapsedTime(_maintainedAt) < MaintenanceInterval)
            return;

        outbox.Maintain();
        _maintainedAt = time.GetTimestamp();
    }

    void Add(DeviceReadings readings, TaskCompletionSource? waiting)
    {
        PipelineMetrics.Read(readings.Readings);
        bool isFull;
        lock (_gate)
        {
            _gathering.Add(readings);
            if (waiting is not null)
                _gathering.Waiting.Add(waiting);
            isFull = _gathering.Readings >= options.MostGathered;
        }

        if (isFull)
            Flush();
    }

    [LoggerMessage(LogLevel.Error, "The outbox's disk refused to keep what was written")]
    partial void LogSyncRefused(Exception refused);
}
