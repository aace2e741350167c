using DcOps.Domain.Configuration;
using DcOps.Domain.History;
using DcOps.History.Embedded;
using DcOps.History.Feed;
using DcOps.History.Influx;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Prometheus;

namespace DcOps.History.Configuration;

/// <summary>History as a host composes it.</summary>
public static class HistoryComposition
{
    /// <summary>
    /// Binds section <c>history</c> and adds <see cref="IHistoryFeed"/>, <see cref="IHistoryReader"/> and the hosted feed.
    /// Call it before adding the silo: hosts stop in reverse order, and the feed must outlive those who offer to it.
    /// </summary>
    /// <param name="dataFolder">Holds the embedded store and the spool, each in a folder of its own.</param>
    public static IServiceCollection AddDcOpsHistory(this IServiceCollection services, ConfigurationDocument document, string dataFolder)
    {
        var section = document.Section<HistorySection>(HistorySection.Name) ?? new HistorySection();
        section.RefuseContradictions(document);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new HistoryMetrics(Metrics.DefaultRegistry));
        services.AddSingleton(new FeedOptions(
            Path.Combine(dataFolder, "history-spool"), SpoolBytes: (long)section.SpoolMegabytes << 20));
        services.AddSingleton<HistoryFeed>();
        services.AddSingleton<IHistoryFeed>(provider => provider.GetRequiredService<HistoryFeed>());
        services.AddSingleton<IHistoryBacklog>(provider => provider.GetRequiredService<HistoryFeed>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<HistoryFeed>());
        return section.Kind == HistoryKind.Influx ? services.AddInflux(section, document) : services.AddEmbedded(section, dataFolder);
    }

    static IServiceCollection AddEmbedded(this IServiceCollection services, HistorySection section, string dataFolder)
    {
        var defaults = new EmbeddedOptions(Path.GetFullPath(Path.Combine(dataFolder, section.Folder ?? "history")));
        services.AddSingleton(defaults with
        {
            KeepDays = section.KeepDays ?? defaults.KeepDays,
            MemoryMegabytes = section.MemoryMegabytes ?? defaults.MemoryMegabytes,
        });
        services.AddSingleton<EmbeddedHistory>();
        services.AddSingleton<IHistoryWriter>(provider => provider.GetRequiredService<EmbeddedHistory>());
        services.AddSingleton<IHistoryReader>(provider => provider.GetRequiredService<EmbeddedHistory>());
        return services;
    }

    static IServiceCollection AddInflux(this IServiceCollection services, HistorySection section, ConfigurationDocument document)
    {
        var password = section.Password?.RevealOrRefuse(document, $"{HistorySection.Name}.password");
        var token = section.Token?.RevealOrRefuse(document, $"{HistorySection.Name}.token");
        // A faulty section stops the host before anything here is used.
        var url = section.Url is { IsAbsoluteUri: true } ? section.Url : new Uri("http://127.0.0.1");
        services.AddSingleton<InfluxOptions>(section.Version == "2"
            ? new InfluxOptions.Version2(url, section.Org ?? "", section.Bucket ?? "", token, section.Timeout)
            : new InfluxOptions.Version1(url, section.Database ?? "", section.User, password, section.Timeout));
        services.AddSingleton<IInfluxServer, InfluxHttp>();
        services.AddSingleton<IHistoryWriter, InfluxWriter>();
        services.AddSingleton<IHistoryReader, InfluxReader>();
        return services;
    }
}
