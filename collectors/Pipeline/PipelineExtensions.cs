using DcOps.Collectors.Pipeline.Configuration;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Contracts;
using DcOps.Contracts.Collectors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        services.AddSingleton(provider => new OutboxPump(
            provider.GetRequiredService<Outbox>(),
            settings.Silo is { } silo ? new HttpIngest(ClientOf(silo), settings.Token) : provider.GetRequiredService<IIngest>(),
            settings.Delivery,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OutboxPump>>()));
        services.AddSingleton(provider => new ReadingBatcher(
            provider.GetRequiredService<Outbox>(),
            settings.Delivery,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReadingBatcher>>()));
        if (settings.Silo is { } province)
            services.AddSingleton<ICollectorReports>(_ => new HttpReports(ClientOf(province), settings.Token));
        services.AddSingleton<IReadingSink>(provider => provider.GetRequiredService<ReadingBatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxPump>());
        return services.AddHostedService(provider => provider.GetRequiredService<ReadingBatcher>());
    }

    // One client for the life of the process; its connections are renewed, so that the silo may move.
    static HttpClient ClientOf(Uri silo) => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        BaseAddress = silo,
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
