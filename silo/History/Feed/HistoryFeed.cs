using DcOps.Domain.History;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.History.Feed;

/// <summary>
/// Takes rows from grains without ever blocking them, and has them in the store, or on this machine's disk, within about a
/// second: half a second of gathering, half a second of patience with the store. <c>kill -9</c> loses at most what was
/// offered in that last second; an orderly stop loses nothing.
/// </summary>
public sealed partial class HistoryFeed : BackgroundService, IHistoryFeed, IHistoryBacklog
{
    readonly IHistoryWriter _writer;
    readonly FeedOptions _options;
    readonly HistoryMetrics _metrics;
    readonly TimeProvider _time;
    readonly ILogger<HistoryFeed> _logger;
    readonly OfferedRows _offered;
    readonly StoreLane _lane;
    Spool? _spool;
    HistoryPump? _pump;
    HistoryBatch _kept = HistoryBatch.Empty;
    (long Expired, long Corrupt) _told;

    public HistoryFeed(
        IHistoryWriter writer, FeedOptions options, HistoryMetrics metrics, TimeProvider time, ILogger<HistoryFeed> logger)
    {
        (_writer, _options, _metrics, _time, _logger) = (writer, options, metrics, time, logger);
        _offered = new(options, metrics, time, logger);
        _lane = new(writer, options, metrics, time, logger);
    }

    /// <summary>As of the last round; what was offered since is in the store or on disk within about a second.</summary>
    public bool IsEmpty { get; private set; } = true;

    public void Offer(HistoryBatch batch) => _offered.Offer(batch);

    /// <exception cref="HistoryRefusedException">A newer version wrote the store or the spool.</exception>
    /// <exception cref="IOException">The spool's folder cannot be used.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Open();
        if (_writer is IHistoryOpening opening)
        {
            try
            {
                await opening.OpenAsync(cancellationToken);
                _metrics.StoreUp.Set(1);
            }
            catch (HistoryUnavailableException fault)
            {
                LogAwayAtStart(fault.Message);
            }
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Opens the spool; <see cref="StartAsync"/> does it too.</summary>
    public void Open()
    {
        _spool = new(_options, _time);
        _pump = new(_lane, _spool, _options, _metrics);
        if (!_spool.IsEmpty)
            LogFound(_spool.Rows);
        Publish(_spool);
    }

    /// <summary>One round: everything offered, then part of what is spooled.</summary>
    public async Task TurnAsync()
    {
        if (_pump is not { } pump || _spool is not { } spool)
            throw new InvalidOperationException("The feed takes no turn before it is open.");

        await TryAsync(() => DeliverOfferedAsync(pump));
        await TryAsync(() => DrainAsync(pump));
        Publish(spool);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _offered.Close();
        if (_pump is not { } pump || _spool is not { } spool)
            return;

        await TryAsync(() => pump.SettleAsync(cancellationToken));
        await TryAsync(() => DeliverOfferedAsync(pump));
        await TryAsync(() => pump.SettleAsync(cancellationToken));
        Publish(spool);
        LogStopped(spool.Rows, _offered.Rows);
    }

    public override void Dispose()
    {
        base.Dispose();
        _spool?.Dispose();
        _lane.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(_options.Gather, _time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
                await TurnAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopping(_offered.Rows);
        }
    }

    async Task DeliverOfferedAsync(HistoryPump pump)
    {
        while (true)
        {
            // What could be put nowhere is tried again before anything newer.
            var late = false;
            if (_kept.Rows == 0)
                _kept = _offered.Take(out late);
            if (_kept.Rows == 0)
                return;

            await pump.DeliverAsync(_kept, late);
            _offered.Settle(_kept.Rows);
            _kept = HistoryBatch.Empty;
        }
    }

    // Half of the time for what is spooled leaves the store half for readers.
    async Task DrainAsync(HistoryPump pump)
    {
        var started = _time.GetTimestamp();
        while (_offered.IsEmpty && await pump.DrainAsync() && _time.GetElapsedTime(started) < _options.Gather / 2)
        {
        }
    }

    async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogDiskRefuses(_offered.Rows, fault);
        }
    }

    void Publish(Spool spool)
    {
        IsEmpty = spool.IsEmpty;
        if (spool.ExpiredRows > _told.Expired)
            LogExpired(spool.ExpiredRows - _told.Expired);
        if (spool.CorruptBytes > _told.Corrupt)
            LogCorrupt(spool.CorruptBytes - _told.Corrupt);

        _metrics.Expired.Inc(spool.ExpiredRows - _told.Expired);
        _metrics.SpoolCorruptBytes.Inc(spool.CorruptBytes - _told.Corrupt);
        _told = (spool.ExpiredRows, spool.CorruptBytes);
        _metrics.BufferRows.Set(_offered.Rows);
        _metrics.SpoolRows.Set(spool.Rows);
        _metrics.SpoolBytes.Set(spool.Bytes);
        _metrics.SpoolAgeSeconds.Set(spool.OldestAt() is { } oldest ? (_time.GetUtcNow() - oldest).TotalSeconds : 0);
    }

    [LoggerMessage(LogLevel.Warning, "The history store is away at start, rows will be spooled: {Reason}")]
    partial void LogAwayAtStart(string reason);

    [LoggerMessage(LogLevel.Information, "{Rows} rows of history were left in the spool and go to the store now")]
    partial void LogFound(long rows);

    [LoggerMessage(LogLevel.Error, "The spool's disk refuses; {Rows} rows wait in memory")]
    partial void LogDiskRefuses(long rows, Exception fault);

    [LoggerMessage(LogLevel.Error, "The spool is full: {Rows} of its oldest rows were given up")]
    partial void LogExpired(long rows);

    [LoggerMessage(LogLevel.Warning, "{Bytes} bytes of the spool could not be read back")]
    partial void LogCorrupt(long bytes);

    [LoggerMessage(LogLevel.Debug, "History stops with {Rows} rows in memory")]
    partial void LogStopping(long rows);

    [LoggerMessage(LogLevel.Information, "History stopped; {Rows} rows wait in the spool for the next start, {Lost} were put nowhere")]
    partial void LogStopped(long rows, long lost);
}
