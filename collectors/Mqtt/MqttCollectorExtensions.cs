using DcOps.Collectors.Mqtt.Broker;
using DcOps.Collectors.Mqtt.Configuration;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Mqtt;

/// <summary>Composition.</summary>
public static class MqttCollectorExtensions
{
    /// <summary>
    /// Reads the section <c>mqtt</c> and adds the collector when it is there. Faults are collected in the document: the
    /// host throws them all at once.
    /// </summary>
    /// <param name="inventory">Null when the inventory itself is faulty: then the section is checked and nothing is added.</param>
    public static IServiceCollection AddMqttCollector(
        this IServiceCollection services, ConfigurationDocument document, Inventory? inventory)
    {
        if (MqttSettingsReader.Read(document, inventory) is not { } settings || inventory is null)
            return services;

        services.AddSingleton(provider => new MqttCollector(
            settings,
            inventory,
            provider.GetRequiredService<IReadingSink>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        return services.AddHostedService(provider => provider.GetRequiredService<MqttCollector>());
    }

    /// <summary>Adds a broker on the loopback address; the process stops at start when its port is taken.</summary>
    public static IServiceCollection AddEmbeddedBroker(this IServiceCollection services, int port) =>
        services.AddSingleton(new EmbeddedBrokerOptions(port)).AddHostedService<EmbeddedBroker>();
}
