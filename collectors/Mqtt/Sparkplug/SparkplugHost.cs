using System.Threading.Channels;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Mqtt.Receiving;
using DcOps.Collectors.Mqtt.Sparkplug.Nodes;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Logging;
using MQTTnet;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>Listens to edge nodes: keeps what each was born with, asks anew where it lost track, hands readings on.</summary>
sealed partial class SparkplugHost(
    SparkplugHostOptions options,
    MessageSources sources,
    IReadingSink sink,
    Func<string, string, CancellationToken, Task> requestBirth,
    TimeProvider time,
    ILogger<SparkplugHost> logger)
{
    const int MostNodes = 10_000;

    // Data is QoS 0: what does not fit is lost, leaves a gap in its node's sequence, and so leads to a birth.
    readonly Channel<(MqttApplicationMessage? Message, DateTimeOffset ReceivedAt)> _queue =
        Channel.CreateBounded<(MqttApplicationMessage?, DateTimeOffset)>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });

    readonly Dictionary<(string Group, string Node), (EdgeNode Node, RebirthLimit Limit)> _nodes = [];

    public RefusalJournal Journal { get; } = new(options.Broker, logger);

    public void Accept(MqttApplicationMessage message)
    {
        var now = time.GetUtcNow();
        MqttMetrics.LastMessage.WithLabels(options.Broker).Set(now.ToUnixTimeMilliseconds() / 1000.0);
        if (!_queue.Writer.TryWrite((message, now)))
            Refuse(message.Topic, RefusalReason.QueueFull, null, now);
    }

    /// <summary>Accepts nothing more; <see cref="RunAsync"/> ends when what was accepted is handed on.</summary>
    public void Close() => _queue.Writer.TryComplete();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ticks = time.CreateTimer(_ => _queue.Writer.TryWrite((null, default)), null, options.Tick, options.Tick);
        await foreach (var (message, receivedAt) in _queue.Reader.ReadAllAsync(cancellationToken))
        {
            MqttMetrics.Queued.WithLabels(options.Broker).Set(_queue.Reader.Count);
            if (message is null)
                await ExpireAsync(time.GetUtcNow(), cancellationToken);
            else
                await HandleAsync(message, receivedAt, cancellationToken);
        }
    }

    async Task HandleAsync(MqttApplicationMessage message, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (!SparkplugTopic.TryParse(message.Topic, out var topic))
        {
            Refuse(message.Topic, RefusalReason.UnknownTopic, null, receivedAt);
            return;
        }

        if (message.Retain)
        {
            Refuse(message.Topic, RefusalReason.Retained, null, receivedAt);
            return;
        }

        if (Node(topic) is not { } entry)
        {
            Refuse(message.Topic, RefusalReason.TooManySources, $"more than {MostNodes} nodes", receivedAt);
            return;
        }

        var bytes = message.Payload.IsSingleSegment ? message.Payload.First : System.Buffers.BuffersExtensions.ToArray(message.Payload);
        var payload = bytes.Length <= options.MaximumPayloadBytes ? SparkplugDecoder.Decode(bytes.Span) : null;
        if (payload is null)
            Refuse(message.Topic, bytes.Length <= options.MaximumPayloadBytes ? RefusalReason.Undecodable : RefusalReason.TooLarge, $"{bytes.Length} bytes", receivedAt);

        var effects = payload is null ? entry.Node.AcceptUndecodable() : entry.Node.Accept(new(topic, payload, receivedAt));
        if (topic.Kind == SparkplugKind.NBirth)
            entry.Limit.Answered();
        await FollowAsync((topic.Group, topic.Node), entry.Limit, effects, receivedAt, cancellationToken);
        MqttMetrics.NodesAlive.WithLabels(options.Broker).Set(_nodes.Values.Count(known => known.Node.IsAlive));
    }

    async Task ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (id, (node, limit)) in _nodes)
            await FollowAsync(id, limit, node.Expire(now), now, cancellationToken);
    }

    (EdgeNode Node, RebirthLimit Limit)? Node(SparkplugTopic topic)
    {
        if (_nodes.TryGetValue((topic.Group, topic.Node), out var known))
            return known;
        if (_nodes.Count >= MostNodes)
            return null;

        return _nodes[(topic.Group, topic.Node)] = (new(options.ReorderTimeout), new(options.RebirthInterval));
    }

    async Task FollowAsync(
        (string Group, string Node) id, RebirthLimit limit, ImmutableArray<NodeEffect> effects, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case NodeEffect.Said said:
                    await TakeAsync(id, said, cancellationToken);
                    break;
                case NodeEffect.WentSilent silent:
                    LogWentSilent(options.Broker, id.Group, id.Node, silent.Device ?? "");
                    if (SourceOf(id, silent.Device, out _) is { } source && SparkplugReadings.Unknown(source, silent.Metrics, silent.At) is { } unknown)
                        await HandOnAsync(new(id.Group, SparkplugKind.NDeath, id.Node, null), unknown, cancellationToken);
                    break;
                case NodeEffect.Refused refused:
                    Refuse(refused.Message.Topic.ToString(), refused.Reason, refused.Detail, now);
                    break;
                case NodeEffect.GapFound:
                    MqttMetrics.Gaps.WithLabels(options.Broker).Inc();
                    break;
                case NodeEffect.WantsBirth wanted when limit.TryAsk(now):
                    MqttMetrics.Rebirths.WithLabels(options.Broker, KebabCase.Of(wanted.Reason)).Inc();
                    LogAsksForBirth(options.Broker, id.Group, id.Node, wanted.Reason);
                    await requestBirth(id.Group, id.Node, cancellationToken);
                    break;
            }
        }
    }

    async Task TakeAsync((string Group, string Node) id, NodeEffect.Said said, CancellationToken cancellationToken)
    {
        var message = said.Message;
        MqttMetrics.Historical.WithLabels(options.Broker).Inc(said.Metrics.Count(metric => metric.IsHistorical));
        var source = SourceOf(id, said.Device, out var refused);
        var outcome = source is not null
            ? SparkplugReadings.Of(source, said.Metrics, message.Payload.Timestamp, message.ReceivedAt)
            : said.Device is null ? new MessageOutcome.Refused(RefusalReason.NothingMapped) : refused!;
        if (source is not null && SparkplugReadings.Historical(source, said.Metrics, message.Payload.Timestamp, message.ReceivedAt) is { } kept)
            await HandOnAsync(message.Topic, kept, cancellationToken);
        switch (outcome)
        {
            case MessageOutcome.Mapped mapped:
                Journal.Count(message.Topic.ToString(), mapped, message.ReceivedAt);
                await HandOnAsync(message.Topic, mapped.Readings, cancellationToken);
                break;
            case MessageOutcome.Refused { Reason: RefusalReason.NothingMapped }:
                // Nodes tell much of themselves that nobody maps: counted, not named.
                MqttMetrics.Messages.WithLabels(options.Broker, KebabCase.Of(RefusalReason.NothingMapped)).Inc();
                break;
            case MessageOutcome.Refused other:
                Refuse(message.Topic.ToString(), other.Reason, other.Detail, message.ReceivedAt);
                break;
        }
    }

    async Task HandOnAsync(SparkplugTopic topic, DeviceReadings readings, CancellationToken cancellationToken)
    {
        try
        {
            await sink.AddAsync(readings, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            MqttMetrics.Messages.WithLabels(options.Broker, "not-kept").Inc();
            LogNotKept(options.Broker, topic.ToString(), fault);
        }
    }

    MessageSource? SourceOf((string Group, string Node) id, string? device, out MessageOutcome.Refused? refused) =>
        sources.Of(device is null ? $"{id.Group}/{id.Node}" : $"{id.Group}/{id.Node}/{device}", out refused) is [var source, ..] ? source : null;

    void Refuse(string topic, RefusalReason reason, string? detail, DateTimeOffset at) => Journal.Refuse(topic, new(reason, detail), at);

    [LoggerMessage(LogLevel.Error, "{Broker} {Topic}: could not be kept")]
    partial void LogNotKept(string broker, string topic, Exception fault);

    [LoggerMessage(LogLevel.Information, "{Broker}: {Group}/{Node} {Device} went silent by its own word")]
    partial void LogWentSilent(string broker, string group, string node, string device);

    [LoggerMessage(LogLevel.Information, "{Broker}: {Group}/{Node} is asked for a birth: {Reason}")]
    partial void LogAsksForBirth(string broker, string group, string node, RebirthReason reason);
}
