using System.Text.Json;
using DcOps.Collectors.Mqtt.Topics;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>The devices behind the elements of messages that tell of several at once. Not safe for two callers at once.</summary>
sealed class ElementSources(ImmutableArray<PayloadMapping> mappings, MessageSources sources)
{
    // As many as a site's gateways can have together; what is made up beyond is refused.
    const int Most = 250_000;
    readonly ImmutableArray<TopicRoute> _routes =
        [.. mappings.Where(mapping => mapping.Each is not null).SelectMany(mapping => mapping.Routes)];

    readonly Dictionary<string, (TopicRoute Route, TopicCaptures Captures)?> _topics = new(StringComparer.Ordinal);
    readonly Dictionary<(string Topic, string Key), MessageSource> _known = [];

    /// <summary>How a topic's messages are to be taken apart; null when it is not one of these.</summary>
    public (TopicRoute Route, TopicCaptures Captures)? Of(string topic)
    {
        if (_routes.IsEmpty)
            return null;
        if (_topics.TryGetValue(topic, out var known))
            return known;

        (TopicRoute, TopicCaptures)? found = null;
        foreach (var route in _routes)
        {
            if (found is null && route.Pattern.TryMatch(topic, out var captures))
                found = (route, captures);
        }

        if (_topics.Count < Most)
            _topics[topic] = found;
        return found;
    }

    /// <summary>Null with the reason when the element tells no key, or its device is in no place.</summary>
    public MessageSource? Of(string topic, TopicRoute route, TopicCaptures captures, JsonElement element, out MessageOutcome.Refused? refused)
    {
        refused = null;
        var key = route.Mapping.ElementKey is { } path ? Key(path.One(element)) : "";
        if (key is null)
        {
            refused = new(RefusalReason.NothingMapped, $"an element without {route.Mapping.ElementKey}");
            return null;
        }

        if (_known.TryGetValue((topic, key), out var known))
            return known;
        if (sources.Find(route, captures.With(PayloadMapping.KeyCapture, key), out refused) is not { } source)
            return null;
        if (_known.Count < Most)
            return _known[(topic, key)] = source;

        refused = new(RefusalReason.TooManySources, $"more than {Most} elements");
        return null;
    }

    static string? Key(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
