using DcOps.Domain.History;
using Microsoft.Extensions.Logging;

namespace DcOps.History.Feed;

/// <summary>The way to the store: one write at a time, limited patience with each, longer and longer pauses while it fails.</summary>
sealed partial class StoreLane(
    IHistoryWriter writer, FeedOptions options, HistoryMetrics metrics, TimeProvider time, ILogger<HistoryFeed> logger) : IDisposable
{
    readonly CancellationTokenSource _abandoned = new();
    Task<WriteOutcome>? _slow;
    ImmutableArray<SpoolTicket> _slowTickets = [];
    DateTimeOffset _retryAt;
    int _failures;

    /// <summary>Whether a write may be tried now.</summary>
    public bool IsFree => _slow is null && time.GetUtcNow() >= _retryAt;

    public bool IsUp => _failures == 0;

    public async Task<WriteOutcome> WriteAsync(HistoryBatch batch)
    {
        var write = TryAsync(batch);
        using var waited = new CancellationTokenSource();
        if (await Task.WhenAny(write, Task.Delay(options.Patience, time, waited.Token)) != write)
        {
            _slow = write;
            return WriteOutcome.Slow;
        }

        await waited.CancelAsync();
        return await write;
    }

    /// <summary>The rows of the slow write stand in the spool under these tickets.</summary>
    public void SlowIsSpooled(ImmutableArray<SpoolTicket> tickets) => _slowTickets = tickets;

    /// <returns>The tickets of a slow write that has ended well meanwhile; empty when there is none.</returns>
    public async Task<ImmutableArray<SpoolTicket>> CollectAsync()
    {
        if (_slow is not { IsCompleted: true } ended)
            return [];

        var tickets = await ended == WriteOutcome.Stored ? _slowTickets : [];
        (_slow, _slowTickets) = (null, []);
        return tickets;
    }

    /// <summary>Waits for a write that is under way, until the token ends its chance.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_slow is not { } slow)
            return;

        await using var ending = cancellationToken.Register(_abandoned.Cancel);
        await slow;
    }

    public void Dispose() => _abandoned.Dispose();

    async Task<WriteOutcome> TryAsync(HistoryBatch batch)
    {
        var started = time.GetTimestamp();
        try
        {
            await writer.WriteAsync(batch, _abandoned.Token);
            metrics.Written.Inc(batch.Rows);
            Succeeded();
            return WriteOutcome.Stored;
        }
        catch (Exception fault) when (fault is HistoryUnavailableException or HistoryRefusedException or OperationCanceledException)
        {
            Failed(fault);
            return WriteOutcome.Unavailable;
        }
        catch (Exception fault)
        {
            // Not the store's absence but these rows: trying them for ever would keep all others out.
            metrics.Refused.Inc(batch.Rows);
            LogRefused(batch.Rows, fault);
            return WriteOutcome.Stored;
        }
        finally
        {
            metrics.WriteSeconds.Observe(time.GetElapsedTime(started).TotalSeconds);
        }
    }

    void Succeeded()
    {
        if (_failures > 0)
            LogBack();
        _failures = 0;
        metrics.StoreUp.Set(1);
    }

    void Failed(Exception fault)
    {
        if (_failures++ == 0)
            LogAway(fault.Message);
        var pause = options.FirstRetry * Math.Pow(2, Math.Min(_failures - 1, 20));
        _retryAt = time.GetUtcNow() + (pause < options.LongestRetry ? pause : options.LongestRetry);
        metrics.StoreUp.Set(0);
    }

    [LoggerMessage(LogLevel.Warning, "The history store is away, rows are spooled: {Reason}")]
    partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "The history store is back")]
    partial void LogBack();

    [LoggerMessage(LogLevel.Error, "A batch of {Rows} rows failed for a reason of its own and is not tried again")]
    partial void LogRefused(int rows, Exception fault);
}
