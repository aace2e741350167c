using DcOps.Contracts.Alarms;
using DcOps.Contracts.Ledger;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;
using DcOps.Grains.Checkpoints;
using DcOps.Grains.Journal;
using DcOps.Grains.Owners;
using DcOps.Grains.Placement;
using DcOps.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime.Placement;

namespace DcOps.Grains;

/// <summary>What the grains need of their silo.</summary>
public static class GrainComposition
{
    /// <summary>
    /// Adds what the grains are given. The host adds an <see cref="ICheckpointStore"/> and an <see cref="IHistoryFeed"/>,
    /// may add an <see cref="IDeliveryJournal"/>, and calls this before it adds the silo: hosts stop in reverse order, and the writer must outlive the grains.
    /// </summary>
    public static IServiceCollection AddDcOpsGrains(
        this IServiceCollection services, Inventory inventory, CheckpointOptions checkpoints, RollUpOptions rollUps)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(inventory);
        services.AddSingleton(checkpoints);
        services.AddSingleton(rollUps);
        services.AddSingleton<RollUpGate>();
        services.AddSingleton<CheckpointWriter>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<CheckpointWriter>());
        services.TryAddSingleton<IDeliveryJournal, NoJournal>();
        services.AddSingleton<OwnerCheckpoints>();
        services.AddSingleton<OwnerParts>();
        services.AddKeyedSingleton<PlacementStrategy, FacilityPlacement>(nameof(FacilityPlacement));
        services.AddKeyedSingleton<IPlacementDirector, FacilityHomes>(typeof(FacilityPlacement));
        return services;
    }

    /// <summary>
    /// Adds the alarms and <see cref="IAlarmDesk"/>. The host adds an <see cref="IAlarmJournal"/>, an <see cref="ILedgerArchive"/>, an
    /// <see cref="IHistoryReader"/> and whoever implements <see cref="INotificationGrain"/>.
    /// </summary>
    public static IServiceCollection AddDcOpsAlarms(this IServiceCollection services, AlarmSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Rules);
        services.AddSingleton(settings.Chain);
        services.AddSingleton<PlannedWork>();
        services.TryAddSingleton<IFacilityFigures>(provider =>
            provider.GetService<IEnergyLedger>() is { } ledger && provider.GetService<LedgerParts>() is { } parts
                ? new LedgerFigures(ledger, parts, provider.GetRequiredService<IHistoryReader>(), settings)
                : new NoFacilityFigures());
        services.AddSingleton<AlarmParts>();
        services.AddSingleton<WindowDesk>();
        services.AddSingleton<RuleTrials>();
        services.AddSingleton<IAlarmDesk, AlarmDesk>();
        return services;
    }
}
