using DcOps.Contracts.Collectors;

namespace DcOps.Silo.Host.Ingest.Remote.Sites;

/// <summary>
/// Looks at the configuration files of remote collectors every few seconds. A faulty one stops nothing: the one before is
/// offered on, and the fault is in the log, in a metric and at the collector's grain.
/// </summary>
sealed partial class SiteFileWatch(SiteOffers offers, IGrainFactory grains, TimeProvider time, ILogger<SiteFileWatch> logger) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    readonly DateTimeOffset _startedAt = time.GetUtcNow();
    readonly Dictionary<string, string> _versions = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        try
        {
            do
            {
                foreach (var fault in offers.Look(time.GetUtcNow()))
                    LogFaulty(fault.Collector, fault.Reason);
                foreach (var collector in offers.Collectors)
                    await TellAsync(collector, stoppingToken);
            }
            while (await tick.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    async Task TellAsync(string collector, CancellationToken cancellationToken)
    {
        var (offer, fault) = (offers.Of(collector)!, offers.FaultOf(collector));
        SiloMetrics.ConfigurationFaulty.WithLabels(collector).Set(fault is null ? 0 : 1);
        if (_versions.TryGetValue(collector, out var before) && before != offer.Version)
            LogOffered(collector, offer.Version);
        _versions[collector] = offer.Version;
        try
        {
            await grains.GetGrain<ICollectorGrain>(collector).Offer(new(offer.Version, offer.Since ?? _startedAt, fault))
                .AsTask().WaitAsync(LookEvery, time, cancellationToken);
        }
        catch (Exception unheard) when (unheard is TimeoutException or OrleansException)
        {
            LogNotTold(unheard, collector);
        }
    }

    [LoggerMessage(LogLevel.Error, "The configuration of collector {Collector} has faults; the one before is still offered.\n{Reason}")]
    partial void LogFaulty(string collector, string reason);

    [LoggerMessage(LogLevel.Information, "Collector {Collector} is offered configuration {Version}")]
    partial void LogOffered(string collector, string version);

    [LoggerMessage(LogLevel.Warning, "What collector {Collector} is offered could not be noted for the pages; it is tried again")]
    partial void LogNotTold(Exception fault, string collector);
}
