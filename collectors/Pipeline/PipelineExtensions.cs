using DcOps.Collectors.Pipeline.Configuration;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Contracts;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline;

/// <summary>Composition.</summary>
public static class PipelineExtensions
{
    /// <summary>
    /// Adds outbox, pump and batcher. Add it before the collectors: services stop in reverse, so that what a collector
    /// read last is still batched, and what was batched is still kept.
    /// </summary>
    /// <remarks>The batches go to the silo of the settings, or to the <see cref="IIngest"/> of the same process; reports likewise.</remarks>
    public static IServiceCollection AddReadingDelivery(this IServiceCollection services, CollectorSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Profiles);
        services.AddSingleton(provider => Outbox.Open(
            settings.Outbox, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Outbox>>()));
        var client = settings.Silo is { } silo ? Client([silo, .. settings.OtherSilos]) : null;
        services.AddSingleton(provider => new AheadQueue(settings.Outbox.Collector, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new OutboxPump(
            provider.GetRequiredService<Outbox>(),
            client is null ? provider.GetRequiredService<IIngest>() : new HttpIngest(client, settings.Token),
            settings.Delivery,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OutboxPump>>()));
        services.AddSingleton(provider => new ReadingBatcher(
            provider.GetRequiredService<Outbox>(),
            settings.Delivery,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReadingBatcher>>(),
            provider.GetRequiredService<AheadQueue>()));
        if (client is not null)
        {
            services.AddSingleton<ICollectorReports>(_ => new HttpReports(client, settings.Token));
            services.AddSingleton(provider => new HttpConfigurations(client, settings.Token, provider.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton<IReadingSink>(provider => provider.GetRequiredService<ReadingBatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxPump>());

        // Each lane keeps an order of its own, so each has its own session with the silo.
        services.AddSingleton<IHostedService>(provider => new OutboxPump(
            provider.GetRequiredService<AheadQueue>(),
            client is null ? provider.GetRequiredService<IIngest>() : new HttpIngest(client, settings.Token),
            settings.Delivery.Hurried,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OutboxPump>>(),
            ReadingLane.Ahead));
        services.AddHostedService<OutboxPacking>();
        return services.AddHostedService(provider => provider.GetRequiredService<ReadingBatcher>());
    }

    // One client for the life of the process; its connections are renewed, so that the silo may move.
    static HttpClient Client(ImmutableArray<Uri> silos)
    {
        var connections = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = silos.Length > 1 ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(10),
        };
        return new(silos.Length > 1 ? new LivingSilo(silos, connections) : connections)
        {
            BaseAddress = silos[0],
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }
}
