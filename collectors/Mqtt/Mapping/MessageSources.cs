using DcOps.Collectors.Mqtt.Topics;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Finds the device behind a topic, and remembers it. Not safe for two callers at once.</summary>
/// <param name="mappings">The first that fits a topic, and whose guard holds, reads its messages.</param>
/// <param name="place">The place of a source, for topics that do not tell a location; null when nobody placed it.</param>
/// <param name="knows">Whether a location is in the inventory.</param>
sealed class MessageSources(
    ImmutableArray<PayloadMapping> mappings,
    Func<string, DevicePlacement?> place,
    Func<Location, bool> knows)
{
    // A publisher that makes up topics must not fill our memory; a site has some ten thousand.
    const int Most = 250_000;
    readonly ImmutableArray<TopicRoute> _routes =
    [
        .. mappings.Where(mapping => mapping.Format != PayloadFormat.HomeAssistant && mapping.Each is null).SelectMany(mapping => mapping.Routes),
    ];

    readonly Dictionary<string, ImmutableArray<MessageSource>> _known = new(StringComparer.Ordinal);

    /// <summary>Whether messages of the topic have been read before.</summary>
    public bool Knows(string topic) => _known.ContainsKey(topic);

    /// <summary>Every source of a mapping that agrees with captures of another topic.</summary>
    public IEnumerable<MessageSource> Matching(PayloadMapping mapping, TopicCaptures captures) =>
        _known.Values.SelectMany(sources => sources).Where(source => source.Mapping == mapping && source.Captures.Agrees(captures));

    /// <summary>Says what a topic's messages are from now on; empty forgets what was said of it.</summary>
    public void Describe(string topic, ImmutableArray<MessageSource> described)
    {
        if (described.IsEmpty)
            _known.Remove(topic);
        else if (_known.ContainsKey(topic) || _known.Count < Most)
            _known[topic] = described;
    }

    /// <summary>The device that the devices of the configuration, or the captures, place.</summary>
    public Device? DeviceOf(TopicRoute route, TopicCaptures captures, out MessageOutcome.Refused? fault)
    {
        var placement = route.Source is null ? Stated(route, captures, out fault) : Looked(route, captures, out fault);
        if (placement is null)
            return null;
        if (knows(placement.Location))
            return new(placement.Name, placement.Location, route.Mapping.Profile, placement.RatedWatts ?? route.RatedWatts);

        fault = new(RefusalReason.UnknownLocation, placement.Location.Path);
        return null;
    }

    /// <summary>Empty, with the reason, when there is none; never remembered then, as the reason may go away.</summary>
    public ImmutableArray<MessageSource> Of(string topic, out MessageOutcome.Refused? refused)
    {
        refused = null;
        if (_known.TryGetValue(topic, out var known))
            return known;

        var found = ImmutableArray.CreateBuilder<MessageSource>();
        foreach (var route in _routes)
        {
            if (!route.Pattern.TryMatch(topic, out var captures))
                continue;

            if (route.Mapping.DescribedBy is not null)
                refused ??= new(RefusalReason.Undescribed);
            else if (Find(route, captures, out var fault) is { } source)
                found.Add(source);
            else
                refused ??= fault;
        }

        if (found.Count == 0)
        {
            refused ??= new(RefusalReason.UnknownTopic);
            return [];
        }

        refused = null;
        if (_known.Count >= Most)
        {
            refused = new(RefusalReason.TooManySources, $"more than {Most} topics");
            return [];
        }

        return _known[topic] = found.ToImmutable();
    }

    /// <summary>A new source of a topic's captures; null with the reason when its device is in no place.</summary>
    public MessageSource? Find(TopicRoute route, TopicCaptures captures, out MessageOutcome.Refused? fault)
    {
        if (DeviceOf(route, captures, out fault) is not { } device)
            return null;

        var source = MessageSource.Of(route.Mapping, device, captures);
        if (source is null)
            fault = new(RefusalReason.MalformedTopic, "a part of the device is numbered by something that is no number");
        return source;
    }

    static bool IsDeviceName(string name) =>
        name.Length is > 0 and <= 64 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    static DevicePlacement? Stated(TopicRoute route, TopicCaptures captures, out MessageOutcome.Refused? fault)
    {
        fault = null;
        var path = route.Location!.Expand(captures);
        var name = route.Mapping.DeviceName!.Expand(captures);
        if (Location.TryParse(path, out var location) && name is not null && IsDeviceName(name))
            return new(location, name, RatedWatts: null);

        fault = new(RefusalReason.MalformedTopic, location == default ? $"'{path}' is no location" : $"'{name}' is no device name");
        return null;
    }

    DevicePlacement? Looked(TopicRoute route, TopicCaptures captures, out MessageOutcome.Refused? fault)
    {
        fault = null;
        var source = route.Source!.Expand(captures);
        if (source is not null && place(source) is { } placement)
            return placement;

        fault = new(RefusalReason.UnplacedDevice, source);
        return null;
    }
}
