using DcOps.Grains.Checkpoints;
using DcOps.Registry.Cluster;
using DcOps.Silo.Host.Checkpoints;
using DcOps.Silo.Host.Composition;
using Orleans.Configuration;
using StackExchange.Redis;

namespace DcOps.Silo.Host.Cluster;

/// <summary>How silos find each other, and where what they must not lose lies: on one machine alone, or in a cluster.</summary>
static class ClusterComposition
{
    const string Service = "dcops";
    const int MostMissedProbes = 2;

    static readonly TimeSpan ProbeWithin = TimeSpan.FromSeconds(1);

    /// <summary>Adds the <see cref="ICheckpointStore"/>: a folder of this machine, or the cluster's database.</summary>
    public static IServiceCollection AddDcOpsCheckpoints(this IServiceCollection services, ClusterSettings? cluster, string dataFolder)
    {
        if (cluster is null)
        {
            return services.AddSingleton<ICheckpointStore>(provider => new FileCheckpoints(
                Path.Combine(dataFolder, "checkpoints"), provider.GetRequiredService<ILogger<FileCheckpoints>>()));
        }

        services.AddSingleton(_ => new ClusterDatabase(cluster.Database));
        services.AddSingleton<CheckpointTable>();
        return services.AddSingleton<ICheckpointStore, SharedCheckpoints>();
    }

    public static void Join(ISiloBuilder silo, ClusterSettings? cluster)
    {
        if (cluster is null)
            Alone(silo);
        else
            AmongOthers(silo, cluster);
#pragma warning disable ORLEANSEXP003 // survives a leaving silo without deactivating the others' grains; measured
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
        silo.Configure<GrainDirectoryOptions>(options => options.RangeLeaseDuration = TimeSpan.FromSeconds(5));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = ProbeWithin;
            options.NumMissedProbesLimit = MostMissedProbes;
        });
    }

    static void Alone(ISiloBuilder silo)
    {
        // Ports of its own, so that two products side by side do not meet.
        var (siloPort, gatewayPort) = FreePorts.Two();
        silo.UseLocalhostClustering(siloPort, gatewayPort);
    }

    static void AmongOthers(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, Service));
        silo.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = cluster.Endpoint.Address;
            options.SiloPort = cluster.Endpoint.Port;
            options.SiloListeningEndpoint = cluster.Endpoint;
            // Nobody but silos connects: collectors come over HTTP, pages are served in the silo's process.
            options.GatewayPort = 0;
        });
        if (cluster.Redis is { } redis)
            silo.UseRedisClustering(options => options.ConfigurationOptions = Redis(redis));
        else
            silo.Services.AddSingleton<IMembershipTable>(Members);

        if (cluster.Tls is { } certificates)
        {
            silo.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SiloTls>(provider, certificates));
            silo.Services.AddOptions<SiloConnectionOptions>().Configure<SiloTls>((options, tls) => tls.Apply(options));
        }

        silo.Services.AddSingleton<OwnersHere>();
        silo.Services.AddHostedService<ClusterWatch>();

        SharedMembership Members(IServiceProvider provider) => new(
            new(provider.GetRequiredService<ClusterDatabase>(), cluster.Id), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SharedMembership>>());
    }

    static ConfigurationOptions Redis(string connection)
    {
        var options = ConfigurationOptions.Parse(connection);
        options.AbortOnConnectFail = false;
        return options;
    }
}
