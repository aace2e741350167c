using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Host;

/// <summary>The collectors as a host composes them: what they share, and each protocol whose section is present.</summary>
public static class CollectorComposition
{
    /// <summary>
    /// Adds the collectors. The host adds the <see cref="Contracts.IIngest"/> that they deliver to before this: hosts stop in
    /// reverse order, and what was read last should still be delivered.
    /// </summary>
    /// <param name="inventory">Null when it is faulty: then sections are checked and nothing else is added.</param>
    /// <param name="name">Stable name of this collector: with a batch's number it identifies the batch for ever.</param>
    public static IServiceCollection AddDcOpsCollectors(
        this IServiceCollection services, ConfigurationDocument document, Inventory? inventory, string dataFolder, string name)
    {
        services.AddSingleton(new DeliveryOptions());
        services.AddSingleton(provider => Outbox.Open(
            new OutboxOptions { Folder = Path.Combine(dataFolder, "outbox"), Collector = name },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Outbox>>()));
        services.AddSingleton<OutboxPump>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxPump>());
        services.AddSingleton<ReadingBatcher>();
        services.AddSingleton<IReadingSink>(provider => provider.GetRequiredService<ReadingBatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<ReadingBatcher>());
        return services.AddSnmpCollector(document, inventory, ProfileLibrary.Load(ProfileLibrary.StandardFolder)).AddMqttCollector(document, inventory);
    }
}
