using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Snmp;

/// <summary>Composition.</summary>
public static class SnmpCollectorExtensions
{
    /// <summary>
    /// Reads the section <c>snmp</c> and adds the collector when it is there. Faults are collected in the document: the
    /// host throws them all at once.
    /// </summary>
    /// <param name="inventory">Null when the inventory itself is faulty: then the section is checked and nothing is added.</param>
    public static IServiceCollection AddSnmpCollector(
        this IServiceCollection services, ConfigurationDocument document, Inventory? inventory, ProfileLibrary profiles)
    {
        if (SnmpSettingsReader.Read(document, inventory, profiles) is not { } settings || inventory is null)
            return services;

        services.AddSingleton(provider => new SnmpCollector(
            settings,
            provider.GetRequiredService<IReadingSink>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SnmpCollector>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<SnmpCollector>());
    }
}
