using DcOps.Contracts;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Grains;
using DcOps.Grains.Checkpoints;
using DcOps.History.Configuration;
using DcOps.Silo.Host.Checkpoints;
using DcOps.Silo.Host.Collectors;
using DcOps.Silo.Host.Ingest;
using DcOps.Silo.Host.Ingest.Remote;
using DcOps.Silo.Host.Ledger;
using Orleans.Configuration;
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
        services.AddSingleton<ICheckpointStore>(provider => new FileCheckpoints(
            Path.Combine(dataFolder, "checkpoints"), provider.GetRequiredService<ILogger<FileCheckpoints>>()));
        services.AddDcOpsJournal(document, inventory, dataFolder);
        var racks = inventory.Facilities.Sum(facility => facility.RackCount);
        services.AddDcOpsGrains(inventory, CheckpointOptions.ForRacks(racks), new());
        services.AddDcOpsAlarms(document, inventory);
        builder.UseOrleans(silo => Cluster(silo));
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
        app.Use(AdministratorsOnThisMachineAsync);
        app.MapOrleansDashboard(AdministratorPages);
        app.MapMetrics();
        app.MapHealth();
        return app;
    }

    static void Cluster(ISiloBuilder silo)
    {
        // One silo on this machine: ports of its own, so that two products side by side do not meet.
        var (siloPort, gatewayPort) = FreePorts.Two();
        silo.UseLocalhostClustering(siloPort, gatewayPort);
        silo.AddDashboard(options => options.HideTrace = true);
#pragma warning disable ORLEANSEXP003 // survives a leaving silo without deactivating the others' grains; measured
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
        silo.Configure<GrainDirectoryOptions>(options => options.RangeLeaseDuration = TimeSpan.FromSeconds(5));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 2;
        });
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
