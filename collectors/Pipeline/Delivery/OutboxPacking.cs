using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Compresses what waits in the outbox, one segment after the other, while the silo is away.</summary>
public sealed partial class OutboxPacking(Outbox outbox, TimeProvider time, ILogger<OutboxPacking> logger) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
            {
                while (!stoppingToken.IsCancellationRequested && Pack())
                {
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    bool Pack()
    {
        try
        {
            return outbox.Pack();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            PipelineMetrics.WriteFailures.Inc();
            LogRefused(refused);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A segment of the outbox could not be compressed; it stays as it is")]
    partial void LogRefused(Exception refused);
}
