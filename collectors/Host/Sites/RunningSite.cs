using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Snmp;

namespace DcOps.Collectors.Host.Sites;

/// <summary>The collectors of one configuration, started; they hand what they read to the sink of the process that holds them.</summary>
sealed class RunningSite : IAsyncDisposable
{
    readonly ServiceProvider _provider;
    readonly ImmutableArray<IHostedService> _services;

    RunningSite(ServiceProvider provider)
    {
        _provider = provider;
        _services = [.. provider.GetServices<IHostedService>()];
        Snmp = provider.GetService<SnmpCollector>();
        Mqtt = provider.GetService<MqttCollector>();
    }

    public SnmpCollector? Snmp { get; }

    public MqttCollector? Mqtt { get; }

    /// <summary>Ends when one of the collectors does, which none should: with its fault, if it has one.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <exception cref="IOException">A collector cannot start, as when a port is taken; nothing of the site runs then.</exception>
    public static async Task<RunningSite> StartAsync(IServiceCollection services, CancellationToken cancellationToken)
    {
        var site = new RunningSite(services.BuildServiceProvider());
        try
        {
            foreach (var service in site._services)
                await service.StartAsync(cancellationToken);
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }

        site.Ended = site.EndAsync();
        return site;
    }

    /// <summary>Stops them in the reverse order; what they read is handed on when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.Reverse())
            await service.StopAsync(CancellationToken.None);
        await _provider.DisposeAsync();
    }

    async Task EndAsync()
    {
        Task[] running = [.. _services.OfType<BackgroundService>().Select(service => service.ExecuteTask).OfType<Task>()];
        if (running.Length == 0)
            running = [new TaskCompletionSource().Task];
        await await Task.WhenAny(running);
    }
}
