using DcOps.Domain.Ledger.Archive;
using DcOps.Grains.Alarms;

namespace DcOps.Silo.Host.Alarms;

/// <summary>Has this silo know the maintenance windows that people added, here or at another silo.</summary>
sealed partial class WindowsInForce(WindowDesk desk, TimeProvider time, ILogger<WindowsInForce> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isAway = false; ; await Task.Delay(Pause, time, stoppingToken))
        {
            try
            {
                await desk.RefreshAsync(stoppingToken);
                if (isAway)
                    LogBack();
                isAway = false;
            }
            catch (ArchiveUnavailableException fault)
            {
                if (!isAway)
                    LogAway(fault.Message);
                isAway = true;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Maintenance windows that people added cannot be read; those known so far stay in force: {Reason}")]
    partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "Maintenance windows are read again")]
    partial void LogBack();
}
