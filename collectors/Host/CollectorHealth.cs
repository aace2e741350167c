using System.Globalization;
using DcOps.Collectors.Host.Reporting;
using DcOps.Collectors.Host.Sites;
using DcOps.Collectors.Pipeline.Delivery;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DcOps.Collectors.Host;

/// <summary>
/// Ready as long as the disk takes what is read. A silo that is away makes it degraded, not unready: a site keeps working
/// alone, and restarting the collector would not bring the silo back.
/// </summary>
sealed class CollectorHealth(Outbox outbox, OutboxPump pump, Hearing hearing, ICollectorsAtWork collectors) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Judge());

    HealthCheckResult Judge()
    {
        var waiting = string.Create(CultureInfo.InvariantCulture, $"{outbox.Count} batches wait for their receipts{Heard()}{Configured()}");
        return !outbox.IsWritable ? HealthCheckResult.Unhealthy($"the outbox cannot be written; {waiting}")
            : !pump.IsDelivering ? HealthCheckResult.Degraded($"the silo does not take deliveries; {waiting}")
            : collectors.Configuration is { Version: null } ? HealthCheckResult.Degraded($"nothing is read for want of a configuration; {waiting}")
            : HealthCheckResult.Healthy($"delivering; {waiting}");
    }

    string Heard() => hearing switch
    {
        { IsHeard: false, HeardAt: { } last } => string.Create(CultureInfo.InvariantCulture, $"; the province does not hear this collector, it last did at {last:u}"),
        { IsHeard: false } => "; the province does not hear this collector",
        { HeardAt: null } => "",
        _ => "; the province hears this collector",
    };

    string Configured() => collectors.Configuration switch
    {
        null => "",
        { Refusal: null } configuration => $"; configuration {configuration.Version}",
        { Version: null } configuration => $"; no configuration: {configuration.Refusal}",
        var configuration => $"; configuration {configuration.Version}, and no newer: {configuration.Refusal}",
    };
}
