using DcOps.Collectors.Mqtt.Configuration;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Mqtt.Receiving;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Mqtt;

/// <summary>Listens at the brokers of the configuration, as long as the process runs.</summary>
public sealed partial class MqttCollector : BackgroundService
{
    // What was received is kept and acknowledged before we go; a disk that takes longer leaves it to the broker.
    static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);
    const int LeastQueue = 100_000;
    readonly ImmutableArray<(BrokerLink Link, MessagePump Pump)> _brokers;
    readonly ImmutableArray<(BrokerLink Link, SparkplugHost Host)> _hosts;
    readonly TimeProvider _time;
    readonly ILogger _logger;

    internal MqttCollector(
        MqttSettings settings, Inventory inventory, IReadingSink sink, TimeProvider time, ILoggerFactory loggers)
    {
        _time = time;
        _logger = loggers.CreateLogger<MqttCollector>();
        _hosts = [.. settings.Sparkplug.Select(entry => Host(entry.Section, entry.Broker, entry.Mapping, inventory, sink, loggers))];
        _brokers = settings.Mappings.IsEmpty
            ? []
            : [.. settings.Brokers.Select(entry => Listen(entry.Section, entry.Broker, settings, inventory, sink, loggers))];
    }

    /// <summary>How each connection stands, in the order of the configuration.</summary>
    public ImmutableArray<BrokerStatus> Brokers => [.. Links.Select(link => link.Status)];

    /// <summary>Topics that trouble comes from, by broker.</summary>
    public ImmutableArray<Refusal> Refusals =>
    [
        .. _brokers.SelectMany(broker => broker.Pump.Journal.Refusals),
        .. _hosts.SelectMany(host => host.Host.Journal.Refusals),
    ];

    IEnumerable<BrokerLink> Links => _brokers.Select(broker => broker.Link).Concat(_hosts.Select(host => host.Link));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var drained = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var left = new CancellationTokenSource();
        var pumps = Task.WhenAll([
            .. _brokers.Select(broker => broker.Pump.RunAsync(drained.Token)),
            .. _hosts.Select(host => host.Host.RunAsync(drained.Token)),
        ]);
        var links = Task.WhenAll(Links.Select(link => link.RunAsync(left.Token)));
        await Task.WhenAny(pumps, links, Task.Delay(Timeout.InfiniteTimeSpan, _time, stoppingToken));

        foreach (var (_, pump) in _brokers)
            pump.Close();
        foreach (var (_, host) in _hosts)
            host.Close();
        drained.CancelAfter(DrainLimit);
        try
        {
            await pumps;
        }
        catch (OperationCanceledException) when (drained.IsCancellationRequested)
        {
            // The broker still has what was not acknowledged.
            LogLeftBehind(DrainLimit);
        }

        await left.CancelAsync();
        await links;
    }

    (BrokerLink Link, MessagePump Pump) Listen(
        BrokerSection section,
        BrokerSettings broker,
        MqttSettings settings,
        Inventory inventory,
        IReadingSink sink,
        ILoggerFactory loggers)
    {
        var reader = new MessageReader(settings.Mappings, settings.Placements.GetValueOrDefault, inventory.Knows, section.MaximumPayloadBytes);
        BrokerLink? link = null;
        SubscriberSession? session = null;

        // Far above the receive maximum: mosquitto 2.0 sends a whole one for every acknowledgement of what it had queued.
        var pump = new MessagePump(
            section.Name, reader, sink, Math.Max(2 * section.ReceiveMaximum, LeastQueue), topics => session!.Listen(topics), reason => link!.Abandon(reason), loggers.CreateLogger<MessagePump>());
        session = new(
            new(
                [.. settings.Mappings.SelectMany(mapping => mapping.Filters).Distinct(StringComparer.Ordinal)],
                [.. settings.Mappings.SelectMany(mapping => mapping.NoteFilters).Distinct(StringComparer.Ordinal)],
                section.ShareGroup),
            section.QualityOfService,
            section.SessionExpiry,
            _time,
            loggers.CreateLogger<SubscriberSession>())
        {
            Accept = pump.Accept,
        };
        link = new BrokerLink(broker, session, _time, loggers.CreateLogger<BrokerLink>());
        return (link, pump);
    }

    (BrokerLink Link, SparkplugHost Host) Host(
        SparkplugSection section, BrokerSettings broker, PayloadMapping mapping, Inventory inventory, IReadingSink sink, ILoggerFactory loggers)
    {
        SparkplugHost? host = null;
        var session = new SparkplugSession(section.Host, section.Groups, _time) { Accept = message => host!.Accept(message) };
        host = new SparkplugHost(
            new(broker.Name, section.ReorderTimeout, section.RebirthInterval),
            new MessageSources([mapping], static _ => null, inventory.Knows),
            sink,
            session.RequestBirthAsync,
            _time,
            loggers.CreateLogger<SparkplugHost>());
        return (new(broker, session, _time, loggers.CreateLogger<BrokerLink>()), host);
    }

    [LoggerMessage(LogLevel.Warning, "Not everything received was on disk within {Limit}; the brokers will repeat what has QoS 1")]
    partial void LogLeftBehind(TimeSpan limit);
}
