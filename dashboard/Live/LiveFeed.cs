using System.Collections.Concurrent;
using System.Threading.Channels;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Dashboard.Live;

/// <summary>
/// One feed per process: a topic is read once a second while somebody watches it, whatever the number of viewers.
/// A view that cannot be read leaves the viewers with what they have; the page says how old that is.
/// </summary>
sealed partial class LiveFeed(
    IProvinceView view, Inventory inventory, InletBands bands, Languages languages, TimeProvider time, ILogger<LiveFeed> log) : BackgroundService
{
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<(string Path, string Language), LiveTopic> _topics = new();
    bool _failing;

    public Channel<byte[]> Join(string path, string language) =>
        _topics.GetOrAdd((path, language), static key => new LiveTopic(key.Language)).Join();

    public void Leave(string path, string language, Channel<byte[]> viewer)
    {
        if (_topics.TryGetValue((path, language), out var topic))
            topic.Leave(viewer);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            DashboardMetrics.Viewers.Set(_topics.Values.Sum(topic => topic.Viewers));
            await Task.WhenAll(_topics.Where(entry => entry.Value.Viewers > 0)
                .GroupBy(entry => entry.Key.Path, entry => entry.Value)
                .Select(topics => PublishAsync(topics.Key, [.. topics], stoppingToken)));
            Forget();
        }
    }

    async Task PublishAsync(string path, ImmutableArray<LiveTopic> topics, CancellationToken cancellationToken)
    {
        try
        {
            if (await ReadAsync(path, cancellationToken) is not { } make)
                return;

            foreach (var topic in topics)
                topic.Publish(languages.In(topic.Language, make));
            _failing = false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            DashboardMetrics.FailedReads.Inc();
            if (!_failing)
                LogCannotRead(fault, path);
            _failing = true;
        }
    }

    async Task<Func<Wording, Sheet>?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path == LivePaths.Province)
        {
            var province = await view.ProvinceAsync(cancellationToken);
            return wording => ProvinceSheet.Of(province, inventory, wording);
        }

        if (path == LivePaths.Collectors)
        {
            var collectors = await view.CollectorsAsync(cancellationToken);
            return wording => CollectorsSheet.Of(collectors, time.GetUtcNow(), wording);
        }

        if (LivePaths.Facility(path) is { } id && await view.FacilityAsync(id, cancellationToken) is { } facility)
        {
            var racks = await view.RacksAsync(id, cancellationToken);
            return wording => FacilitySheet.Of(facility, racks, wording);
        }

        if (LivePaths.Plan(path) is var (room, metric))
        {
            var racks = await view.RoomAsync(room, cancellationToken);
            var at = time.GetUtcNow();
            return wording => RoomSheet.Of(racks, metric, bands, wording, at);
        }

        return LivePaths.Rack(path) is { } rackId && await view.RackAsync(rackId, cancellationToken) is { } rack
            ? wording => RackSheet.Of(rack, wording)
            : null;
    }

    // A topic nobody watches keeps no stale frame for the next viewer.
    void Forget()
    {
        foreach (var (key, topic) in _topics)
        {
            if (topic.Viewers == 0)
                _topics.TryRemove(key, out _);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Live values cannot be read now (first at {Path}); viewers keep what they have")]
    partial void LogCannotRead(Exception fault, string path);
}
