using DcOps.Contracts.Collectors;

namespace DcOps.Collectors.Host.Reporting;

/// <summary>Tells the province every few seconds that this collector lives, and whom it cannot read.</summary>
sealed partial class CollectorReporter(
    CollectorAccount account, ICollectorReports reports, Hearing hearing, TimeProvider time, ILogger<CollectorReporter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(CollectorSnapshot.ReportEvery, time);
        try
        {
            do
            {
                await ReportAsync(stoppingToken);
            }
            while (await tick.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    async Task ReportAsync(CancellationToken stoppingToken)
    {
        try
        {
            await reports.SendAsync(account.Report(), stoppingToken).WaitAsync(CollectorSnapshot.ReportEvery, time, stoppingToken);
            if (!hearing.IsHeard)
                LogHeard();
            hearing.Took();
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException or Orleans.Runtime.OrleansException)
        {
            HostMetrics.ReportsNotHeard.Inc();
            if (hearing.IsHeard)
                LogNotHeard(fault.Message);
            hearing.Missed();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The province does not hear this collector: {Reason}. Reading goes on")]
    partial void LogNotHeard(string reason);

    [LoggerMessage(LogLevel.Information, "The province hears this collector again")]
    partial void LogHeard();
}
