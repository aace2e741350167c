using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DcOps.Collectors.Host;

/// <summary>
/// Ready as long as the disk takes what is read. A silo that is away makes it degraded, not unready: a site keeps working
/// alone, and restarting the collector would not bring the silo back.
/// </summary>
sealed class CollectorHealth(Outbox outbox, OutboxPump pump) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Judge());

    HealthCheckResult Judge()
    {
        var waiting = string.Create(CultureInfo.InvariantCulture, $"{outbox.Count} batches wait for their receipts");
        return !outbox.IsWritable ? HealthCheckResult.Unhealthy($"the outbox cannot be written; {waiting}")
            : !pump.IsDelivering ? HealthCheckResult.Degraded($"the silo does not take deliveries; {waiting}")
            : HealthCheckResult.Healthy($"delivering; {waiting}");
    }
}
