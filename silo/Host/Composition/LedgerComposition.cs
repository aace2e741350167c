using DcOps.Contracts.Ledger;
using DcOps.Domain.Configuration;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Topology;
using DcOps.Ledger;
using DcOps.Registry.Configuration;
using DcOps.Silo.Host.Ledger;

namespace DcOps.Silo.Host.Composition;

/// <summary>The energy ledger as a host composes it: settings, registry, books over history, the port that pages ask.</summary>
static class LedgerComposition
{
    /// <summary>Adds <see cref="IEnergyLedger"/> and what the ledger grains need; history is added before.</summary>
    public static IServiceCollection AddDcOpsLedger(
        this IServiceCollection services, ConfigurationDocument document, Inventory inventory, string dataFolder)
    {
        var settings = LedgerConfiguration.Load(document, inventory);
        services.AddDcOpsRegistry(document, dataFolder);
        services.AddSingleton(provider => new LedgerParts(
            inventory,
            new HistoryBooks(
                provider.GetRequiredService<IHistoryReader>(),
                new DeskRecords(provider.GetRequiredService<ILedgerArchive>(), inventory.Province.Value), settings),
            provider.GetRequiredService<ILedgerArchive>(), settings, ClosePolicy.Default, provider.GetRequiredService<TimeProvider>())
        {
            PointQuality = new GrainPointQuality(provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<ILogger<GrainPointQuality>>()),
        });
        services.AddSingleton<EnergyLedger>();
        services.AddSingleton<IEnergyLedger>(provider => provider.GetRequiredService<EnergyLedger>());
        services.AddSingleton<ReadingImport>();
        return services;
    }
}
