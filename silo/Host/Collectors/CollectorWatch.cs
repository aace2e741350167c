using DcOps.Contracts.Collectors;
using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Collectors;

/// <summary>Says once when a collector falls silent and once when it is heard again.</summary>
sealed partial class CollectorWatch(
    IEnumerable<KnownCollector> known, IGrainFactory grains, TimeProvider time, ILogger<CollectorWatch> logger) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    readonly Dictionary<string, CollectorState> _states = known.ToDictionary(
        collector => collector.Name, _ => CollectorState.NeverHeard, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Publish();
        using var tick = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the run.
        }
    }

    async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var name in _states.Keys)
        {
            try
            {
                var snapshot = await grains.GetGrain<ICollectorGrain>(name).Snapshot().AsTask().WaitAsync(LookEvery, time, cancellationToken);
                Note(snapshot);
            }
            catch (TimeoutException fault)
            {
                LogNotAsked(fault, name);
            }
        }

        Publish();
    }

    void Note(CollectorSnapshot snapshot)
    {
        if (snapshot.State == _states[snapshot.Name])
            return;

        _states[snapshot.Name] = snapshot.State;
        if (snapshot.State == CollectorState.Silent)
            LogSilent(snapshot.Name, snapshot.HeardAt!.Value);
        else
            LogHeard(snapshot.Name);
    }

    void Publish()
    {
        foreach (var state in Enum.GetValues<CollectorState>())
            SiloMetrics.Collectors.WithLabels(KebabCase.Of(state)).Set(_states.Values.Count(found => found == state));
    }

    [LoggerMessage(LogLevel.Warning, "Collector {Name} is silent; it was last heard at {HeardAt:u}")]
    partial void LogSilent(string name, DateTimeOffset heardAt);

    [LoggerMessage(LogLevel.Information, "Collector {Name} is heard")]
    partial void LogHeard(string name);

    [LoggerMessage(LogLevel.Warning, "How collector {Name} is could not be asked in time")]
    partial void LogNotAsked(Exception fault, string name);
}
