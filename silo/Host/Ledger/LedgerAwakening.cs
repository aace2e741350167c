using DcOps.Contracts;
using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Topology;
using DcOps.Ledger;

namespace DcOps.Silo.Host.Ledger;

/// <summary>Wakes every facility's ledger after a start, so that what is due is closed though nobody asks.</summary>
sealed partial class LedgerAwakening(
    IGrainFactory grains, LedgerParts parts, IEnergyLedger ledger, ILogger<LedgerAwakening> logger) : BackgroundService
{
    // Facilities come first, and a month of readings is read for each ledger that has something to close.
    static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, parts.Time, stoppingToken);
        await TryListAsync(stoppingToken);
        foreach (var facility in parts.Inventory.Facilities)
        {
            while (!await TryWakeAsync(facility.Id, stoppingToken))
                await Task.Delay(Pause, parts.Time, stoppingToken);
        }
    }

    // The first list reads every closed month of the year; nobody should wait for that at a page.
    async Task TryListAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ledger.ComplianceAsync(ReportPeriod.TrailingYear(parts.Now, parts.Policy), cancellationToken);
        }
        catch (ArchiveUnavailableException fault)
        {
            LogUnread(fault.Message);
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

    [LoggerMessage(LogLevel.Warning, "The compliance list cannot be read yet: {Reason}")]
    partial void LogUnread(string reason);

    [LoggerMessage(LogLevel.Warning, "The ledger of {Facility} cannot be woken; it is tried again")]
    partial void LogAsleep(Exception fault, string facility);
}
