using System.Text.Json;
using DcOps.Collectors.Mqtt.Mapping.Notes;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Turns a topic and its payload into readings by the mappings. Not safe for two messages at once.</summary>
/// <param name="mappings">All formats but Sparkplug; the first that fits a topic and whose guard holds reads the message.</param>
/// <param name="place">The place of a source, for topics that do not tell a location; null when nobody placed it.</param>
/// <param name="knows">Whether a location is in the inventory.</param>
/// <param name="maximumPayloadBytes">Larger payloads are refused unread.</param>
public sealed class MessageReader(
    ImmutableArray<PayloadMapping> mappings,
    Func<string, DevicePlacement?> place,
    Func<Location, bool> knows,
    int maximumPayloadBytes)
{
    // More devices than any gateway speaks for.
    const int MostElements = 4_096;
    readonly MessageSources _sources = new(mappings, place, knows);
    ElementSources? _elements;
    DeviceNotes? _notes;

    /// <summary>Told of each value as it stands in a payload; null: nobody asks.</summary>
    internal Action<TracedValue>? Traced { get; init; }

    ElementSources Elements => _elements ??= new(mappings, _sources);

    DeviceNotes Notes => _notes ??= new(mappings, _sources);

    /// <param name="isRetained">Kept by the broker from before: no sample, but what a device says about itself still holds.</param>
    public MessageOutcome Read(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt, bool isRetained = false)
    {
        // MQTT itself forbids them, some brokers pass them on: a log line or a metric must not carry them further.
        if (topic.AsSpan().ContainsAny('\0', '\uFFFD'))
            return new MessageOutcome.Refused(RefusalReason.MalformedTopic, "the topic is no valid text");

        try
        {
            if (!Notes.IsEmpty && (isRetained || !_sources.Knows(topic)) && payload.Length <= maximumPayloadBytes
                && Notes.Take(topic, payload, receivedAt) is { } noted)
                return noted;
            if (isRetained)
                return new MessageOutcome.Refused(RefusalReason.Retained);

            return Elements.Of(topic) is { } several ? ReadElements(topic, several, payload, receivedAt) : ReadWhole(topic, payload, receivedAt);
        }
        catch (InvalidOperationException fault)
        {
            // System.Text.Json says so of text whose escapes are half a surrogate pair.
            return new MessageOutcome.Refused(RefusalReason.NotUtf8, fault.Message);
        }
    }

    MessageOutcome ReadWhole(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var sources = _sources.Of(topic, out var refused);
        if (refused is not null)
            return refused;
        if (payload.Length > maximumPayloadBytes)
            return new MessageOutcome.Refused(RefusalReason.TooLarge, $"{payload.Length} bytes");

        using var document = PayloadParser.Parse(payload, sources[0].Mapping.Format, out refused);
        return document is null ? refused! : Read(sources, document.RootElement, receivedAt);
    }

    MessageOutcome ReadElements(
        string topic, (TopicRoute Route, Topics.TopicCaptures Captures) several, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var mapping = several.Route.Mapping;
        if (payload.Length > maximumPayloadBytes)
            return new MessageOutcome.Refused(RefusalReason.TooLarge, $"{payload.Length} bytes");

        using var document = PayloadParser.Parse(payload, mapping.Format, out var refused);
        if (document is null)
            return refused!;
        if (mapping.When?.Holds(document.RootElement) == false)
            return ReadWhole(topic, payload, receivedAt);

        var elements = new List<(int Number, JsonElement Value)>();
        mapping.Each!.Many(document.RootElement, elements);
        if (elements.Count > MostElements)
            return new MessageOutcome.Refused(RefusalReason.TooLarge, $"more than {MostElements} elements");

        var parts = ImmutableArray.CreateBuilder<MessageOutcome>(elements.Count);
        foreach (var (_, element) in elements)
        {
            parts.Add(Elements.Of(topic, several.Route, several.Captures, element, out refused) is { } source
                ? PayloadEvaluation.Of(source, element, document.RootElement, element, receivedAt, Traced)
                : refused!);
        }

        return parts.Count == 0 ? new MessageOutcome.Refused(RefusalReason.NothingMapped) : new MessageOutcome.Several(parts.DrainToImmutable());
    }

    MessageOutcome Read(ImmutableArray<MessageSource> sources, JsonElement payload, DateTimeOffset receivedAt)
    {
        foreach (var source in sources)
        {
            if (source.Mapping.When?.Holds(payload) != false)
                return source.Mapping.Merge == MergeRule.Overlay ? Merged(source, payload, receivedAt) : PayloadEvaluation.Of(source, payload, null, payload, receivedAt, Traced);
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
        return PayloadEvaluation.Of(source, payload, null, merged.RootElement, receivedAt, Traced);
    }
}
