using DcOps.Contracts;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Grains;
using DcOps.Grains.Checkpoints;
using DcOps.History.Configuration;
using DcOps.Silo.Host.Backup;
using DcOps.Silo.Host.Cluster;
using DcOps.Silo.Host.Collectors;
using DcOps.Silo.Host.Ingest;
using DcOps.Silo.Host.Ingest.Remote;
using DcOps.Silo.Host.Ledger;
using Orleans.Dashboard;
using Prometheus;
namespace DcOps.Silo.Host.Composition;

/// <summary>The silo as a host composes it: history, checkpoints, grains, ingest.</summary>
public static class SiloComposition
{
    const string AdministratorPages = "/orleans";

    /// <summary>
    /// Adds the silo. Hosts start services in the order of adding and stop them in reverse: whoever is offered to comes
    /// before those who offer, so collectors are added after this.
    /// </summary>
    /// <param name="check">Tells whether a remote collector would take its configuration; null when this host cannot.</param>
    public static WebApplicationBuilder AddDcOpsSilo(
        this WebApplicationBuilder builder,
        ConfigurationDocument document,
        Inventory inventory,
        string dataFolder,
        ISiteConfigurationCheck? check = null)
    {
        var services = builder.Services;
        services.AddDcOpsHistory(document, dataFolder);
        services.AddDcOpsLedger(document, inventory, dataFolder);
        services.AddDcOpsFiling(document, dataFolder);
        services.AddDcOpsPlanning(document, dataFolder);
        var cluster = ClusterSettings.Read(document);
        services.AddDcOpsCheckpoints(cluster, dataFolder);
        services.AddDcOpsJournal(document, inventory, dataFolder);
        var racks = inventory.Facilities.Sum(facility => facility.RackCount);
        services.AddDcOpsGrains(inventory, CheckpointOptions.ForRacks(racks), new());
        services.AddDcOpsAlarms(document, inventory);
        builder.UseOrleans(silo =>
        {
            ClusterComposition.Join(silo, cluster);
            silo.AddDashboard(options => options.HideTrace = true);
        });
        services.AddSingleton(new BackupPlaces(dataFolder, document.File));
        services.AddSingleton<BackupRun>();
        services.AddSingleton<OwnerAwakening>();
        services.AddHostedService(provider => provider.GetRequiredService<OwnerAwakening>());
        services.AddHostedService<LedgerAwakening>();
        services.AddSingleton(IngestOptions.ForRacks(racks));
        services.AddSingleton<IOwners, GrainOwners>();
        services.AddSingleton<ReadingIngest>();
        services.AddSingleton<IIngest>(provider => provider.GetRequiredService<ReadingIngest>());
        services.AddHostedService(provider => provider.GetRequiredService<ReadingIngest>());
        services.AddSingleton<ICollectorReports, GrainReports>();
        services.AddHostedService<CollectorWatch>();
        builder.AddRemoteIngest(document, inventory, check);
        return builder;
    }

    public static WebApplication MapDcOpsSilo(this WebApplication app)
    {
        app.MapRemoteIngest();
        app.MapImport();
        app.MapMeterRegistry();
        app.Use(AdministratorsOnThisMachineAsync);
        app.MapOrleansDashboard(AdministratorPages);
        app.MapMetrics();
        app.MapHealth();
        app.MapBackup();
        return app;
    }

    // The actors' pages have no sign-in: whoever asks from another machine is told that there is nothing.
    static Task AdministratorsOnThisMachineAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(AdministratorPages, StringComparison.OrdinalIgnoreCase)
            || context.Connection.RemoteIpAddress is not { } address || System.Net.IPAddress.IsLoopback(address))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
