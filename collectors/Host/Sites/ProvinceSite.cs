using DcOps.Collectors.Host.Reporting;
using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Snmp;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Host.Sites;

/// <summary>
/// Reads what the province says: first by the copy on disk, then by what it fetches, and again by every newer one. Outbox
/// and sequence numbers belong to the process and outlive a change.
/// </summary>
/// <param name="collector">The name that a configuration must be of.</param>
sealed partial class ProvinceSite(
    string collector,
    TimeSpan every,
    SiteComposition composition,
    KeptConfiguration kept,
    HttpConfigurations province,
    IReadingSink sink,
    TimeProvider time,
    ILoggerFactory loggers,
    ILogger<ProvinceSite> logger) : BackgroundService, ICollectorsAtWork
{
    // A report of many faults must still fit in a report.
    const int LongestReason = 4_000;

    RunningSite? _site;
    (string Version, byte[] Body)? _running;

    /// <summary>The version whose collectors did not start: not tried again at the cost of those that run.</summary>
    string? _unstartable;

    public SnmpCollector? Snmp => _site?.Snmp;

    public MqttCollector? Mqtt => _site?.Mqtt;

    public ReportedConfiguration? Configuration { get; private set; } = new(null, null, null, null);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartFromDiskAsync(stoppingToken);
            using var tick = new PeriodicTimer(every, time);
            do
            {
                await AskAsync(stoppingToken);
            }
            while (await NextAsync(tick, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run.
        }
        finally
        {
            await StopSiteAsync();
        }
    }

    /// <summary>Waits for the next time to ask; a collector that fails meanwhile ends the process as any failed part does.</summary>
    async Task<bool> NextAsync(PeriodicTimer tick, CancellationToken stoppingToken)
    {
        var next = tick.WaitForNextTickAsync(stoppingToken).AsTask();
        if (_site is { } site && await Task.WhenAny(next, site.Ended) != next)
            await site.Ended;
        return await next;
    }

    async Task StartFromDiskAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (kept.Load() is { } copy)
                await TryAsync(copy.Version, copy.Body, kept.File, stoppingToken);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Refuse(null, $"the kept copy cannot be used: {unread.Message}");
        }
    }

    async Task AskAsync(CancellationToken stoppingToken)
    {
        switch (await province.AskAsync(_running?.Version, stoppingToken))
        {
            case ConfigurationAnswer.Unchanged:
                Configuration = Configuration! with { RefusedVersion = null, Refusal = null };
                break;
            case ConfigurationAnswer.Nothing nothing:
                Refuse(null, nothing.Reason);
                break;
            case ConfigurationAnswer.Offered offered when await TryAsync(offered.Version, offered.Body, "the province's configuration", stoppingToken):
                Keep(offered);
                break;
        }
    }

    /// <summary>Runs a configuration in the place of the one before; that one goes on when this is refused.</summary>
    async Task<bool> TryAsync(string version, byte[] body, string name, CancellationToken stoppingToken)
    {
        if (Composed(version, body, name) is not { } services)
            return false;

        if (version == _unstartable && _site is not null)
            return false;

        // The old first: ports, and sessions at brokers, are one collector's at a time.
        await StopSiteAsync();
        try
        {
            _site = await RunningSite.StartAsync(services, stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _unstartable = version;
            Refuse(version, $"its collectors do not start: {fault.Message}");
            await ReturnAsync(name, stoppingToken);
            return false;
        }

        _running = (version, body);
        Configuration = new(version, time.GetUtcNow(), null, null);
        HostMetrics.ConfigurationsRun.Inc();
        LogRuns(version, name);
        return true;
    }

    /// <summary>Starts the one before again.</summary>
    async Task ReturnAsync(string name, CancellationToken stoppingToken)
    {
        if (_running is { } before && Composed(before.Version, before.Body, name) is { } services)
            _site = await RunningSite.StartAsync(services, stoppingToken);
    }

    IServiceCollection? Composed(string version, byte[] body, string name)
    {
        if (SiteConfigurationJson.Decode(body) is not { } configuration)
            Refuse(version, $"{name} cannot be read; is this release older than the province's?");
        else if (configuration.Collector != collector)
            Refuse(version, $"{name} is collector '{configuration.Collector}''s, and this is '{collector}'");
        else
        {
            try
            {
                return composition.Compose(name, configuration).AddSingleton(sink).AddSingleton(time).AddSingleton(loggers)
                    .AddSingleton(typeof(ILogger<>), typeof(Logger<>));
            }
            catch (ConfigurationException wrong)
            {
                Refuse(version, wrong.Message);
            }
        }

        return null;
    }

    void Keep(ConfigurationAnswer.Offered offered)
    {
        try
        {
            kept.Save(offered.Version, offered.Body);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogNotKept(refused, kept.File);
        }
    }

    /// <param name="version">Null when none was offered.</param>
    void Refuse(string? version, string reason)
    {
        if (version is not null)
            HostMetrics.ConfigurationsRefused.Inc();
        reason = reason[..Math.Min(reason.Length, LongestReason)];
        if (Configuration!.Refusal != reason)
            LogRefused(version ?? "none", reason);
        Configuration = Configuration with { RefusedVersion = version, Refusal = reason };
    }

    async Task StopSiteAsync()
    {
        if (_site is not { } site)
            return;

        _site = null;
        await site.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Information, "Configuration {Version} runs, from {Name}")]
    partial void LogRuns(string version, string name);

    [LoggerMessage(LogLevel.Error, "No newer configuration is run (offered: {Version}): {Reason}")]
    partial void LogRefused(string version, string reason);

    [LoggerMessage(LogLevel.Error, "The configuration could not be kept in {File}; after a restart the one before runs until the province answers")]
    partial void LogNotKept(Exception fault, string file);
}
