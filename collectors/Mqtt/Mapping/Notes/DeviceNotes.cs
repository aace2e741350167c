using DcOps.Collectors.Mqtt.Topics;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping.Notes;

/// <summary>
/// What devices say beside their values: what a value means, and whether the device is there. Not safe for two callers
/// at once.
/// </summary>
sealed class DeviceNotes
{
    readonly MessageSources _sources;
    readonly ImmutableArray<PayloadMapping> _available;
    readonly ImmutableArray<PayloadMapping> _described;
    readonly ImmutableArray<TopicRoute> _discovery;
    readonly DiscoveredEntities _entities;

    public DeviceNotes(ImmutableArray<PayloadMapping> mappings, MessageSources sources)
    {
        _sources = sources;
        _available = [.. mappings.Where(mapping => mapping.Availability is not null)];
        _described = [.. mappings.Where(mapping => mapping.DescribedBy is not null)];
        _discovery = [.. mappings.Where(mapping => mapping.Format == PayloadFormat.HomeAssistant).SelectMany(mapping => mapping.Routes)];
        _entities = new(sources);
    }

    /// <summary>Whether no mapping knows of such things.</summary>
    public bool IsEmpty => _available.IsEmpty && _described.IsEmpty && _discovery.IsEmpty;

    /// <summary>Null when the topic is not one on which devices say such things.</summary>
    public MessageOutcome? Take(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        foreach (var route in _discovery)
        {
            if (route.Pattern.TryMatch(topic, out var captures))
                return _entities.Take(topic, route, captures, payload);
        }

        if (_entities.IsGone(topic, payload) is { } entities)
            return Unknown(entities, receivedAt);

        foreach (var mapping in _described)
        {
            if (mapping.DescribedBy!.Pattern.TryMatch(topic, out var captures))
                return PointDescription.Take(mapping, captures, payload, _sources);
        }

        foreach (var mapping in _available)
        {
            if (mapping.Availability!.Pattern.TryMatch(topic, out var captures))
                return Available(mapping, captures, payload, receivedAt);
        }

        return null;
    }

    MessageOutcome Available(PayloadMapping mapping, TopicCaptures captures, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        using var document = PayloadParser.Parse(payload, PayloadFormat.Scalar, out var refused);
        if (document is null)
            return refused!;

        return mapping.Availability!.IsOffline(document.RootElement)
            ? Unknown(_sources.Matching(mapping, captures), receivedAt)
            : new MessageOutcome.Noted([]);
    }

    /// <summary>Every value that the sources told is unknown from now on, at our own time: the broker's word may be old.</summary>
    static MessageOutcome Unknown(IEnumerable<MessageSource> sources, DateTimeOffset receivedAt)
    {
        var parts = ImmutableArray.CreateBuilder<MessageOutcome>();
        foreach (var source in sources.Where(source => source.Told.Count > 0))
        {
            var readings = source.Told.Select(point => new Reading(point, null, receivedAt, ReadingQuality.Bad)).ToImmutableArray();
            parts.Add(new MessageOutcome.Mapped(source.Mapping.Name, new DeviceReadings(source.Device, readings, []), TimeFault.None, []));
            source.Told.Clear();
            source.Said = null;
        }

        return parts.Count switch
        {
            0 => new MessageOutcome.Noted([]),
            1 => parts[0],
            _ => new MessageOutcome.Several(parts.DrainToImmutable()),
        };
    }
}
