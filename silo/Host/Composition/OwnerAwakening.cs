using DcOps.Contracts;
using DcOps.Domain.Topology;
using DcOps.Grains.Owners;
using DcOps.Silo.Host.Ingest;

namespace DcOps.Silo.Host.Composition;

/// <summary>
/// Wakes every room and facility of the inventory at start, so that silence is visible from the first second; closes the
/// roll-ups before the silo stops.
/// </summary>
sealed partial class OwnerAwakening(
    IOwners owners, Inventory inventory, RollUpGate gate, TimeProvider time, ILogger<OwnerAwakening> logger) : BackgroundService
{
    const int AtOnce = 32;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    int _awake;

    public int Awake => _awake;

    public int Expected { get; } = inventory.Facilities.Length + inventory.Facilities.Sum(facility => facility.Rooms.Length);

    public bool IsDone => _awake == Expected;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        gate.Close();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = time.GetTimestamp();
        var all = inventory.Facilities.Select(facility => (facility.Id.Value, owners.Of(facility.Id)))
            .Concat(inventory.Facilities.SelectMany(facility => facility.Rooms).Select(room => (room.Id.Value, owners.Of(room.Id))));
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            async (owner, token) => await WakeAsync(owner.Item1, owner.Item2, token));
        LogAwake(Expected, time.GetElapsedTime(started).TotalSeconds);
    }

    async Task WakeAsync(string name, IReadingOwner owner, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await owner.DurableThrough("").AsTask().WaitAsync(cancellationToken);
                Interlocked.Increment(ref _awake);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (isFirst)
                    LogAsleep(fault, name);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Owners} rooms and facilities are awake, restored in {Seconds:0.0} s")]
    partial void LogAwake(int owners, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Owner} cannot be restored; it is tried again every second")]
    partial void LogAsleep(Exception fault, string owner);
}
