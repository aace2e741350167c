using DcOps.Collectors.Mqtt.Configuration;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Mqtt.Receiving;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Mqtt;

/// <summary>Listens at the brokers of the configuration, as long as the process runs.</summary>
public sealed class MqttCollector : BackgroundService
{
    // What was received is kept and acknowledged before we go; a disk that takes longer leaves it to the broker.
    static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);
    readonly ImmutableArray<(BrokerLink Link, MessagePump Pump)> _brokers;
    readonly TimeProvider _time;

    internal MqttCollector(
        MqttSettings settings, Inventory inventory, IReadingSink sink, TimeProvider time, ILoggerFactory loggers)
    {
        _time = time;
        _brokers = settings.Mappings.IsEmpty
            ? []
            : [.. settings.Brokers.Select(entry => Listen(entry.Section, entry.Broker, settings, inventory, sink, loggers))];
    }

    /// <summary>How each connection stands, in the order of the configuration.</summary>
    public ImmutableArray<BrokerStatus> Brokers => [.. _brokers.Select(broker => broker.Link.Status)];

    /// <summary>Topics that trouble comes from, by broker.</summary>
    public ImmutableArray<Refusal> Refusals => [.. _brokers.SelectMany(broker => broker.Pump.Journal.Refusals)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var drained = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var left = new CancellationTokenSource();
        var pumps = Task.WhenAll(_brokers.Select(broker => broker.Pump.RunAsync(drained.Token)));
        var links = Task.WhenAll(_brokers.Select(broker => broker.Link.RunAsync(left.Token)));
        await Task.WhenAny(pumps, links, Task.Delay(Timeout.InfiniteTimeSpan, _time, stoppingToken));

        foreach (var (_, pump) in _brokers)
            pump.Close();
        drained.CancelAfter(DrainLimit);
        try
        {
            await pumps;
        }
        catch (OperationCanceledException) when (drained.IsCancellationRequested)
        {
            // The broker still has what was not acknowledged.
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
        var reader = new MessageReader(settings.Mappings, settings.Placements, inventory.Knows, section.MaximumPayloadBytes);
        var filters = settings.Mappings.SelectMany(mapping => mapping.Filters).Distinct(StringComparer.Ordinal).ToImmutableArray();
        BrokerLink? link = null;

        // Twice the receive maximum: only a broker that ignores it ever fills the queue.
        var pump = new MessagePump(
            section.Name, reader, sink, 2 * section.ReceiveMaximum, reason => link!.Abandon(reason), loggers.CreateLogger<MessagePump>());
        var session = new SubscriberSession(filters, section.QualityOfService, section.SessionExpiry, _time) { Accept = pump.Accept };
        link = new BrokerLink(broker, session, _time, loggers.CreateLogger<BrokerLink>());
        return (link, pump);
    }
}
