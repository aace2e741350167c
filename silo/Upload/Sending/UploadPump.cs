using DcOps.Upload.Configuration;
using DcOps.Upload.Spool;
using DcOps.Upload.Standing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Upload.Sending;

/// <summary>
/// Brings the spool's items to one destination until each is acknowledged: what is live before the backlog, the backlog at a capped rate,
/// one message at a time.
/// </summary>
public sealed partial class UploadPump(
    UploadDestination destination, UploadOptions options, ItemSpool spool, IProvincialProtocol protocol, BacklogPace pace,
    UploadJournal journal, TimeProvider time, ILogger<UploadPump> logger) : BackgroundService
{
    // Items become due by the clock and not only by arriving.
    static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Maintenance = TimeSpan.FromHours(1);

    readonly Pauses _pauses = new(destination.FirstPause, destination.LongestPause, Random.Shared.NextDouble);
    int _most = destination.MostItemsPerMessage;
    DateTimeOffset _introducedAt;
    DateTimeOffset _maintainedAt;
    bool _isIntroduced;
    bool _isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await StepAsync(stoppingToken);
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
                {
                    // The disk: what was not written is asked for again.
                    await FailAsync(fault.Message, null, null, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run: what has no acknowledgement is on disk and goes at the next start.
        }
    }

    async Task StepAsync(CancellationToken stoppingToken)
    {
        Publish();
        if (!_isIntroduced || time.GetUtcNow() - _introducedAt > TimeSpan.FromDays(1))
        {
            await IntroduceAsync(stoppingToken);
            return;
        }

        var arrival = spool.Arrival;
        var (lane, items) = Next();
        if (items.IsEmpty)
        {
            await WaitAsync(arrival, stoppingToken);
            return;
        }

        if (lane == UploadLane.Backlog)
            pace.Used(items.Length);
        await SettleAsync(items, await protocol.UploadDataAsync([.. items.Select(each => each.Item)], stoppingToken), stoppingToken);
    }

    (UploadLane Lane, ImmutableArray<SpooledItem> Items) Next()
    {
        var now = time.GetUtcNow();
        var live = spool.Take(destination.Name, UploadLane.Live, _most, now);
        if (!live.IsEmpty)
            return (UploadLane.Live, live);

        var allowed = Math.Min(_most, pace.Allowed());
        return (UploadLane.Backlog, allowed > 0 ? spool.Take(destination.Name, UploadLane.Backlog, allowed, now) : []);
    }

    async Task SettleAsync(ImmutableArray<SpooledItem> items, UploadAnswer answer, CancellationToken stoppingToken)
    {
        switch (answer)
        {
            case UploadAnswer.Taken taken:
                spool.Settle(destination.Name, items, ItemState.Acknowledged);
                UploadMetrics.Sent(destination.Name, taken.HadThem ? "duplicate" : "acknowledged", items.Length, time.GetUtcNow());
                _most = Math.Min(destination.MostItemsPerMessage, _most * 2);
                journal.Acknowledged(destination.Name, time.GetUtcNow());
                Succeed();
                return;
            case UploadAnswer.Refused when items.Length > 1:
                // One bad item must not hold up the others: halves find it.
                _most = Math.Max(1, items.Length / 2);
                return;
            case UploadAnswer.Refused refused:
                spool.Settle(destination.Name, items, ItemState.Refused);
                UploadMetrics.Sent(destination.Name, "refused", items.Length, null);
                journal.Refused(destination.Name, new(time.GetUtcNow(), items[0].Item.Key, refused.Code, refused.Reason));
                LogRefused(destination.Name, items[0].Item.Key, refused.Reason);
                _most = Math.Min(destination.MostItemsPerMessage, _most * 2);
                return;
            case UploadAnswer.Failed failed:
                UploadMetrics.Sent(destination.Name, "failed", items.Length, null);
                await FailAsync(failed.Reason, failed.Code, items[0].Item.Key, stoppingToken);
                return;
        }
    }

    /// <summary>Registration, base data, enterprise, meters: at start and once a day.</summary>
    async Task IntroduceAsync(CancellationToken stoppingToken)
    {
        foreach (var facility in options.Facilities)
        {
            if (!await TryAsync(protocol.RegisterAsync(facility, stoppingToken), stoppingToken)
                || !await TryAsync(protocol.UploadEnterpriseAsync(facility, stoppingToken), stoppingToken)
                || !await TryAsync(protocol.UploadMetersAsync(facility, stoppingToken), stoppingToken))
                return;
        }

        var (answer, isNew) = await protocol.CheckVersionAsync(stoppingToken);
        if (!await TryAsync(Task.FromResult(answer), stoppingToken) || (isNew && !await TryAsync(protocol.DownloadBaseAsync(stoppingToken), stoppingToken)))
            return;
        (_isIntroduced, _introducedAt) = (true, time.GetUtcNow());
    }

    async Task<bool> TryAsync(Task<UploadAnswer> step, CancellationToken stoppingToken)
    {
        switch (await step)
        {
            case UploadAnswer.Refused refused:
                await FailAsync(refused.Reason, refused.Code, null, stoppingToken);
                return false;
            case UploadAnswer.Failed failed:
                await FailAsync(failed.Reason, failed.Code, null, stoppingToken);
                return false;
            default:
                return true;
        }
    }

    async Task WaitAsync(Task arrival, CancellationToken stoppingToken)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var until = pace.UntilNext is var next && next > TimeSpan.Zero && next < Look ? next : Look;
        await Task.WhenAny(arrival, Task.Delay(until, time, look.Token));
        await look.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    void Succeed()
    {
        _pauses.Reset();
        if (_isFailing)
            LogBack(destination.Name);
        _isFailing = false;
    }

    async Task FailAsync(string reason, string? code, string? item, CancellationToken stoppingToken)
    {
        journal.Failed(destination.Name, new(time.GetUtcNow(), item, code, reason));
        if (!_isFailing)
            LogFails(destination.Name, reason);
        _isFailing = true;
        await Task.Delay(_pauses.Next(), time, stoppingToken);
    }

    void Publish()
    {
        var (pending, oldest) = spool.PendingOf(destination.Name);
        UploadMetrics.Standing(destination.Name, pending, oldest, spool.Bytes, time.GetUtcNow());
        if (time.GetUtcNow() - _maintainedAt < Maintenance)
            return;

        _maintainedAt = time.GetUtcNow();
        spool.Maintain(_maintainedAt);
    }

    [LoggerMessage(LogLevel.Warning, "{Destination} does not take items: {Reason}; they stay on disk and go again")]
    partial void LogFails(string destination, string reason);

    [LoggerMessage(LogLevel.Information, "{Destination} takes items again")]
    partial void LogBack(string destination);

    [LoggerMessage(LogLevel.Error, "{Destination} refused {Item} for good: {Reason}; report it by the manual form")]
    partial void LogRefused(string destination, string item, string reason);
}
