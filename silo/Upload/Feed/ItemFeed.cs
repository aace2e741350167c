using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Upload.Checks;
using DcOps.Upload.Configuration;
using DcOps.Upload.Items;
using DcOps.Upload.Spool;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Upload.Feed;

/// <summary>Takes what became known from the ledger, makes items of it, numbers those that changed, checks them, and puts them into the spool.</summary>
public sealed partial class ItemFeed(
    UploadOptions options, IEnergyItems ledger, ItemSpool spool, string folder, TimeProvider time, ILogger<ItemFeed> logger)
    : BackgroundService
{
    const int PageItems = 1_000;

    static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    readonly ItemRegister _register = new(options);
    readonly FeedCursor _cursor = new(Path.Combine(folder, "feed.json"));

    /// <summary>Takes everything that is known now; returns how many items were new.</summary>
    public async Task<int> TakeAsync(CancellationToken cancellationToken)
    {
        var fresh = 0;
        foreach (var facility in _register.Facilities)
        {
            while (true)
            {
                var page = await ledger.ReadAsync(facility, _cursor[facility], PageItems, cancellationToken);
                fresh += Keep(page);
                if (page.After == _cursor[facility])
                    break;
                _cursor.Advance(facility, page.After);
            }
        }

        return fresh;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await TakeAsync(stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // The loop owns its work: the ledger or the disk is away, and the same page is asked for again.
                    LogFails(fault);
                }

                await Task.Delay(Period, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    int Keep(EnergyItemPage page)
    {
        var items = page.Items.Select(figure => (Item: _register.Of(figure), figure.ReadAt)).Where(each => each.Item is not null)
            .Select(each => (Item: each.Item!, each.ReadAt)).ToList();
        UploadMetrics.PassedOver.Inc(page.Items.Length - items.Count);
        // Shorter spans first: they are what the longer ones are judged by.
        var fresh = 0;
        foreach (var span in items.GroupBy(each => each.Item.Span).OrderBy(group => group.Key))
        {
            // What comes twice in a page counts as it came last.
            var numbered = span.GroupBy(each => each.Item.Subject, StringComparer.Ordinal).Select(each => each.Last())
                .Select(each => (Item: Numbered(each.Item), each.ReadAt)).Where(each => each.Item is not null);
            fresh += spool.Append([.. numbered.Where(each => MayGo(each.Item!, each.ReadAt)).Select(each => each.Item!)]);
        }

        return fresh;
    }

    // Null when the destinations are told the same value already.
    UploadItem? Numbered(UploadItem item) =>
        spool.NewestOf(item) is not { } newest ? item
        : newest.Value == item.Value ? null
        : item with { Revision = newest.Revision + 1 };

    bool MayGo(UploadItem item, DateTimeOffset? readAt)
    {
        if (item.Span == ItemSpan.Quarter)
            return true;

        var calendar = BusinessCalendar.Shanghai;
        var known = spool.ItemsOf(calendar.LocalDate(item.PeriodStart), calendar.LocalDate(item.PeriodEnd));
        var passes = true;
        foreach (var finding in ItemChecks.Of(item, known, readAt))
        {
            passes = false;
            UploadMetrics.CheckFailures.WithLabels(KebabCase.Of(finding.Kind)).Inc();
            LogFinding(item.Key, finding.Kind, finding.Reason, options.OnFailedCheck);
        }

        return passes || options.OnFailedCheck == FailedCheck.Send;
    }

    [LoggerMessage(LogLevel.Warning, "{Item} does not pass {Check}: {Reason} ({Then})")]
    partial void LogFinding(string item, CheckKind check, string reason, FailedCheck then);

    [LoggerMessage(LogLevel.Error, "Items for upload cannot be taken from the ledger; asked again")]
    partial void LogFails(Exception fault);
}
