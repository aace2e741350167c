using System.Text.Json.Nodes;
using DcOps.Collectors.Host.Reporting;
using DcOps.Collectors.Host.Sites;
using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Pipeline;
using DcOps.Collectors.Pipeline.Configuration;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Snmp;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Prometheus;

namespace DcOps.Collectors.Host;

/// <summary>The collectors as a host composes them: what they share, and each protocol whose section is present.</summary>
public static class CollectorComposition
{
    static readonly string[] OfTheProvince = ["province", "cities", "facilities", "snmp", "mqtt"];

    /// <summary>
    /// Adds the collectors. A host that holds the silo too adds it, and with it the <c>IIngest</c> to deliver to, before
    /// this: hosts stop in reverse order, and what was read last should still be delivered.
    /// </summary>
    /// <param name="inventory">Null when it is faulty: then sections are checked and nothing else is added.</param>
    /// <param name="dataFolder">Folder in which the process keeps everything.</param>
    /// <param name="name">Name of the collector where the configuration gives none.</param>
    /// <exception cref="ConfigurationException">A device profile is wrong.</exception>
    public static IServiceCollection AddDcOpsCollectors(
        this IServiceCollection services, ConfigurationDocument document, Inventory? inventory, string dataFolder, string name)
    {
        if (CollectorSettings.Read(document, dataFolder, name) is { } settings)
        {
            services.AddReadingDelivery(settings);
            services.AddReports(settings);
            services.AddHealthChecks().AddCheck<CollectorHealth>("collectors");
            if (settings.FromProvince is { } province)
                return services.AddProvinceSite(document, settings, province, dataFolder);

            services.AddSingleton<ICollectorsAtWork>(provider =>
                new CollectorsOfTheFile(provider.GetService<SnmpCollector>(), provider.GetService<MqttCollector>()));
            services.AddSnmpCollector(document, inventory, settings.Profiles, dataFolder);
        }
        else
        {
            // Without profiles it cannot be checked; the fault that is known already stops the process.
            document.Section<JsonNode>("snmp");
        }

        return services.AddMqttCollector(document, inventory);
    }

    static IServiceCollection AddProvinceSite(
        this IServiceCollection services, ConfigurationDocument document, CollectorSettings settings, FromProvinceSection section, string dataFolder)
    {
        foreach (var local in OfTheProvince.Where(document.Has))
        {
            document.Section<JsonNode>(local);
            document.Refuse(local, "is the province's to say, by collector.fromProvince; leave one of the two out.");
        }

        var facilities = section.Facilities.Where(name => FacilityId.TryParse(name, out _)).Select(FacilityId.Parse).ToImmutableArray();
        services.AddSingleton(provider => new ProvinceSite(
            settings.Outbox.Collector,
            section.Every,
            new(dataFolder, settings.ProfileFolder, facilities),
            new(Path.Combine(dataFolder, "configuration")),
            provider.GetRequiredService<HttpConfigurations>(),
            provider.GetRequiredService<IReadingSink>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<ILogger<ProvinceSite>>()));
        services.AddSingleton<ICollectorsAtWork>(provider => provider.GetRequiredService<ProvinceSite>());
        return services.AddHostedService(provider => provider.GetRequiredService<ProvinceSite>());
    }

    static void AddReports(this IServiceCollection services, CollectorSettings settings)
    {
        if (settings.Silo is null)
            services.AddSingleton(new KnownCollector(settings.Outbox.Collector, []));
        services.AddSingleton(provider => new CollectorAccount(
            settings.Outbox.Collector,
            provider.GetRequiredService<OutboxPump>(),
            provider.GetRequiredService<ICollectorsAtWork>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Hearing>();
        services.AddHostedService<CollectorReporter>();
    }

    /// <summary>
    /// <c>/metrics</c>; <c>/healthz</c>: the process lives; <c>/readyz</c>: what is read is kept, with a word on delivery.
    /// </summary>
    public static WebApplication MapDcOpsCollectors(this WebApplication app)
    {
        app.MapMetrics();
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = static _ => false });
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync });
        return app;
    }

    static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            string.Join('\n', report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status}: {entry.Value.Description}")) + '\n');
    }
}
