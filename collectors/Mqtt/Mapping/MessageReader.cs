using System.Text.Json;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Turns a topic and its payload into readings by the mappings. Not safe for two messages at once.</summary>
/// <param name="mappings">Of the formats JSON and scalar; the first that fits a topic and whose guard holds reads the message.</param>
/// <param name="placements">By source, for topics that do not tell a location.</param>
/// <param name="knows">Whether a location is in the inventory.</param>
/// <param name="maximumPayloadBytes">Larger payloads are refused unread.</param>
public sealed class MessageReader(
    ImmutableArray<PayloadMapping> mappings,
    IReadOnlyDictionary<string, DevicePlacement> placements,
    Func<Location, bool> knows,
    int maximumPayloadBytes)
{
    readonly MessageSources _sources = new(mappings, placements, knows);

    public MessageOutcome Read(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        // MQTT itself forbids them, some brokers pass them on: a log line or a metric must not carry them further.
        if (topic.AsSpan().ContainsAny('\0', '\uFFFD'))
            return new MessageOutcome.Refused(RefusalReason.MalformedTopic, "the topic is no valid text");

        var sources = _sources.Of(topic, out var refused);
        if (refused is not null)
            return refused;
        if (payload.Length > maximumPayloadBytes)
            return new MessageOutcome.Refused(RefusalReason.TooLarge, $"{payload.Length} bytes");

        try
        {
            using var document = PayloadParser.Parse(payload, sources[0].Mapping.Format, out refused);
            return document is null ? refused! : Read(sources, document.RootElement, receivedAt);
        }
        catch (InvalidOperationException fault)
        {
            // System.Text.Json says so of text whose escapes are half a surrogate pair.
            return new MessageOutcome.Refused(RefusalReason.NotUtf8, fault.Message);
        }
    }

    MessageOutcome Read(ImmutableArray<MessageSource> sources, JsonElement payload, DateTimeOffset receivedAt)
    {
        foreach (var source in sources)
        {
            if (source.Mapping.When?.Holds(payload) != false)
                return source.Mapping.Merge == MergeRule.Overlay ? Merged(source, payload, receivedAt) : PayloadEvaluation.Of(source, payload, payload, receivedAt);
        }

        return new MessageOutcome.Refused(RefusalReason.NothingMapped);
    }

    MessageOutcome Merged(MessageSource source, JsonElement payload, DateTimeOffset receivedAt)
    {
        if (source.Mapping.MergeAt.One(payload) is not { ValueKind: JsonValueKind.Object } change)
            return new MessageOutcome.Refused(RefusalReason.NothingMapped);

        using var before = JsonDocument.Parse(source.Said ?? "{}"u8.ToArray());
        var said = JsonOverlay.Merge(before.RootElement, change);
        if (said.Length > maximumPayloadBytes)
            return new MessageOutcome.Refused(RefusalReason.TooLarge, $"{said.Length} bytes with what was said before");

        source.Said = said;
        using var merged = JsonDocument.Parse(said);
        return PayloadEvaluation.Of(source, payload, merged.RootElement, receivedAt);
    }
}
