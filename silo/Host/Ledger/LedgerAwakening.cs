using DcOps.Contracts;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ledger;

/// <summary>Wakes every facility's ledger after a start, so that what is due is closed though nobody asks.</summary>
sealed partial class LedgerAwakening(IGrainFactory grains, Inventory inventory, TimeProvider time, ILogger<LedgerAwakening> logger) : BackgroundService
{
    // Facilities come first, and a month of readings is read for each ledger that has something to close.
    static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        foreach (var facility in inventory.Facilities)
        {
            while (!await TryWakeAsync(facility.Id, stoppingToken))
                await Task.Delay(Pause, time, stoppingToken);
        }
    }

    async Task<bool> TryWakeAsync(FacilityId facility, CancellationToken cancellationToken)
    {
        try
        {
            await grains.GetGrain<ILedgerGrain>(facility.Value).CloseDue().AsTask().WaitAsync(cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            // It is awake and has much to close; its own timer goes on.
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogAsleep(fault, facility.Value);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The ledger of {Facility} cannot be woken; it is tried again")]
    partial void LogAsleep(Exception fault, string facility);
}
