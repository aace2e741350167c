using System.Net;
using System.Text;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Collectors.Snmp.Events;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Traps;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Snmp;

/// <summary>Composition.</summary>
public static class SnmpCollectorExtensions
{
    /// <summary>
    /// Reads the section <c>snmp</c> and adds the collector when it is there. Faults are collected in the document: the
    /// host throws them all at once.
    /// </summary>
    /// <param name="dataFolder">Folder in which the process keeps everything: events of devices go below it.</param>
    /// <param name="inventory">Null when the inventory itself is faulty: then the section is checked and nothing is added.</param>
    public static IServiceCollection AddSnmpCollector(
        this IServiceCollection services, ConfigurationDocument document, Inventory? inventory, ProfileLibrary profiles, string dataFolder)
    {
        if (SnmpSettingsReader.Read(document, inventory, profiles) is not { } settings || inventory is null)
            return services;

        services.AddSingleton(provider => new SnmpCollector(
            settings,
            provider.GetRequiredService<IReadingSink>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SnmpCollector>>()));
        services.AddHostedService(provider => provider.GetRequiredService<SnmpCollector>());
        return settings.Notifications is { } notifications ? services.AddNotifications(settings, notifications, dataFolder) : services;
    }

    static IServiceCollection AddNotifications(
        this IServiceCollection services, SnmpSettings settings, NotificationsSection section, string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "events");
        var receiver = new NotificationSettings(
            IPEndPoint.Parse(section.Listen),
            [.. settings.Credentials.Where(credentials => credentials.Community is not null).Select(credentials => Encoding.UTF8.GetBytes(credentials.Community!))],
            [.. settings.Credentials.Select(credentials => credentials.User).OfType<UsmUser>()],
            folder,
            section.MostMegabytes * 1024L * 1024,
            Path.Combine(folder, "engine"));
        // Faults in the catalogue stop the process with all the others.
        var catalogue = NotificationCatalogue.Load(NotificationCatalogue.StandardFolder);
        services.TryAddSingleton<IEventSink>(_ => new EventJournal(folder, receiver.MostOctets));
        services.AddSingleton(provider => new NotificationReceiver(
            receiver,
            catalogue,
            provider.GetRequiredService<SnmpCollector>(),
            provider.GetRequiredService<IEventSink>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<NotificationReceiver>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<NotificationReceiver>());
    }
}
