using DcOps.Collectors.Mqtt.Topics;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping.Notes;

/// <summary>
/// The values that devices announced by discovery: each announcement is kept under its own topic, and what all of them
/// say of one state topic becomes the source of its readings.
/// </summary>
sealed class DiscoveredEntities(MessageSources sources)
{
    const int Most = 50_000;
    readonly Dictionary<string, (DiscoveredEntity Entity, Device Device, TopicRoute Route)> _entities = new(StringComparer.Ordinal);
    readonly Dictionary<string, ImmutableArray<MessageSource>> _byStateTopic = new(StringComparer.Ordinal);
    readonly HashSet<string> _availabilityTopics = new(StringComparer.Ordinal);

    public MessageOutcome Take(string topic, TopicRoute route, TopicCaptures captures, ReadOnlyMemory<byte> payload)
    {
        var before = _entities.GetValueOrDefault(topic).Entity?.StateTopic;
        _entities.Remove(topic);
        if (before is not null)
            Rebuild(before);
        if (payload.IsEmpty)
            return new MessageOutcome.Noted([]);

        using var document = PayloadParser.Parse(payload, PayloadFormat.Json, out var refused);
        if (document is null)
            return refused!;
        if (sources.DeviceOf(route, captures, out refused) is not { } device)
            return refused!;

        try
        {
            return Add(topic, HomeAssistantConfig.Read(document.RootElement), device, route);
        }
        catch (Exception fault) when (fault is FormatException or MalformedMappingException)
        {
            _entities.Remove(topic);
            return new MessageOutcome.Refused(RefusalReason.UnusableDescription, fault.Message);
        }
    }

    /// <summary>The sources whose device has just been said to be gone; null when the topic says no such thing.</summary>
    public List<MessageSource>? IsGone(string topic, ReadOnlyMemory<byte> payload)
    {
        if (!_availabilityTopics.Contains(topic))
            return null;

        List<MessageSource>? gone = null;
        foreach (var source in _byStateTopic.Values.SelectMany(described => described))
        {
            if (source.Mapping.Availability is not { } availability || availability.Pattern.Text != topic)
                continue;

            gone ??= [];
            using var document = PayloadParser.Parse(payload, PayloadFormat.Scalar, out _);
            if (document is not null && availability.IsOffline(document.RootElement))
                gone.Add(source);
        }

        return gone;
    }

    MessageOutcome Add(string topic, DiscoveredEntity entity, Device device, TopicRoute route)
    {
        if (_entities.Count >= Most)
            return new MessageOutcome.Refused(RefusalReason.TooManySources, $"more than {Most} entities");

        // Two powers of one device cannot both be its total: the configuration must place them as two devices.
        var other = _entities.FirstOrDefault(known =>
            known.Value.Entity.Quantity == entity.Quantity && known.Value.Device.Name == device.Name && known.Value.Device.Location == device.Location);
        if (other.Key is not null)
            return new MessageOutcome.Refused(RefusalReason.UnusableDescription, $"{other.Key} is the {KebabCase.Of(entity.Quantity)} of {device} already");

        if (entity.AvailabilityTopic is { } told)
            _availabilityTopics.Add(told);
        _entities[topic] = (entity, device, route);
        Rebuild(entity.StateTopic);
        return new MessageOutcome.Noted(entity.AvailabilityTopic is { } availability ? [entity.StateTopic, availability] : [entity.StateTopic]);
    }

    void Rebuild(string stateTopic)
    {
        var built = _entities.Values.Where(known => known.Entity.StateTopic == stateTopic)
            .GroupBy(known => known.Device)
            .Select(group => Source(stateTopic, group.Key, [.. group.Select(known => known.Entity)], group.First().Route))
            .ToImmutableArray();
        if (built.Length > 1)
            throw new FormatException($"'{stateTopic}' has the values of two devices");

        if (built.IsEmpty)
            _byStateTopic.Remove(stateTopic);
        else
            _byStateTopic[stateTopic] = built;
        sources.Describe(stateTopic, built);
    }

    static MessageSource Source(string stateTopic, Device device, ImmutableArray<DiscoveredEntity> entities, TopicRoute route)
    {
        var definition = route.Mapping.Definition with
        {
            Format = entities.All(entity => entity.Path == "$") ? PayloadFormat.Scalar : PayloadFormat.Json,
            Topics = [new() { Pattern = stateTopic, Source = stateTopic }],
            Availability = entities.FirstOrDefault(entity => entity.AvailabilityTopic is not null) is { } told
                ? new() { Topic = told.AvailabilityTopic!, Path = told.AvailabilityPath, Offline = told.Offline }
                : null,
            Points = [.. entities.Select(entity => new PointDefinition { Path = entity.Path, Quantity = entity.Quantity, Unit = entity.Unit, Resolution = Resolution(entity) })],
        };
        var mapping = PayloadMapping.Of(definition);
        return MessageSource.OfPoints(
            mapping, device, TopicCaptures.None, [.. mapping.Points.Select(point => PointId.Total(device.Name, point.Quantity))]);
    }

    // Discovery does not tell a register's resolution: three decimals of a kWh are usual, a whole Wh is not finer.
    static double Resolution(DiscoveredEntity entity) => entity.Unit is "kWh" or "MWh" or "m³" ? 0.001 : 1;
}
