using DcOps.Contracts.Scheduling;
using DcOps.Domain.Configuration;
using DcOps.Domain.History;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;
using DcOps.Grains.Planning;
using DcOps.Planning;
using DcOps.Planning.Dispatch;

namespace DcOps.Silo.Host.Composition;

/// <summary>The planner's desk as a host composes it.</summary>
static class PlanningComposition
{
    /// <summary>Adds <see cref="IPlanDesk"/>; plans and their inputs are kept below the data folder.</summary>
    public static IServiceCollection AddDcOpsPlanning(this IServiceCollection services, ConfigurationDocument document, string dataFolder)
    {
        var options = PlanningConfiguration.Load(document);
        services.AddSingleton(provider => new PlanDesk(
            new PlanFolder(Path.Combine(dataFolder, "planning")), options, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PlanDesk>>(), provider.GetRequiredService<ILiveTruth>()));
        services.AddSingleton<ILiveTruth>(provider => new FacilityTruths(
            provider.GetRequiredService<Inventory>(), provider.GetRequiredService<IHistoryReader>(), provider.GetRequiredService<AlarmSettings>().Chain));
        services.AddSingleton<IAdviceLedger>(provider => new AdviceRecords(
            provider.GetRequiredService<IPlanDesk>(), provider.GetRequiredService<IHistoryReader>(), provider.GetService<IDispatchDesk>()));
        services.AddSingleton<IPlannedWork>(provider => provider.GetRequiredService<PlanDesk>());
        services.AddSingleton<IPlanDesk>(provider => provider.GetRequiredService<PlanDesk>());
        services.AddHostedService(provider => provider.GetRequiredService<PlanDesk>());
        if (DispatchConfiguration.Load(document, TimeProvider.System) is { } dispatch)
        {
            services.AddSingleton(provider => new DispatchDesk(
                provider.GetRequiredService<IPlanDesk>(), dispatch, Path.Combine(dataFolder, "planning"), provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DispatchDesk>>()));
            services.AddSingleton<IDispatchDesk>(provider => provider.GetRequiredService<DispatchDesk>());
            services.AddHostedService(provider => provider.GetRequiredService<DispatchDesk>());
        }

        return services;
    }
}
