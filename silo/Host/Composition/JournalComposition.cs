using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Grains.Journal;
using DcOps.Silo.Host.Cluster;
using DcOps.Silo.Host.Journal;

namespace DcOps.Silo.Host.Composition;

/// <summary>The journal of deliveries as a host composes it.</summary>
static class JournalComposition
{
    public static IServiceCollection AddDcOpsJournal(
        this IServiceCollection services, ConfigurationDocument document, Inventory inventory, string dataFolder)
    {
        var section = document.Section<JournalSection>(JournalSection.Name) ?? new();
        var folder = Path.Combine(dataFolder, "journal");
        var isInCluster = document.Has(ClusterSection.Name);
        if (!section.Kept || isInCluster)
        {
            if (FileJournal.HasRecords(folder))
                document.Refuse(isInCluster ? ClusterSection.Name : $"{JournalSection.Name}.kept", $"leaves no journal, and {folder} holds what no checkpoint has: start once with the journal and end in order, which empties it.");
            return services;
        }

        var options = section.MostMegabytes is { } megabytes ? new JournalOptions { MostBytes = (long)megabytes << 20 } : new();
        services.AddSingleton<IDeliveryJournal>(provider => new FileJournal(
            folder, options, IsOwner, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FileJournal>>()));
        services.AddHostedService<JournalAtStart>();
        return services;

        bool IsOwner(string key) => key.Split('/', 2) switch
        {
            ["room", var name] => RoomId.TryParse(name, out var room) && inventory.TryGet(room, out _),
            ["facility", var name] => FacilityId.TryParse(name, out var facility) && inventory.TryGet(facility, out _),
            _ => false,
        };
    }
}
