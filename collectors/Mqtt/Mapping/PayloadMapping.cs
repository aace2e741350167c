using System.Collections.Frozen;
using DcOps.Collectors.Mqtt.Topics;
using DcOps.Collectors.Pipeline.Profiles;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>A <see cref="MappingDefinition"/> made ready to be applied: parsed once, shared by every device.</summary>
public sealed class PayloadMapping
{
    internal const string KeyCapture = "key";
    internal const string KindCapture = "kind";

    PayloadMapping(MappingDefinition definition)
    {
        Definition = definition;
        Name = definition.Name;
        Format = definition.Format;
        Merge = definition.Merge;
        Profile = DeviceProfile.OfMapping(definition.Name, definition.Title);
    }

    public string Name { get; }

    public PayloadFormat Format { get; }

    /// <summary>Topic filters to subscribe to.</summary>
    public IEnumerable<string> Filters => Format == PayloadFormat.HomeAssistant
        ? []
        : Routes.Select(route => route.Pattern.Filter).Distinct(StringComparer.Ordinal);

    /// <summary>Topic filters of what devices say beside their values: there a retained message is what counts.</summary>
    public IEnumerable<string> NoteFilters =>
    [
        .. Format == PayloadFormat.HomeAssistant ? Routes.Select(route => route.Pattern.Filter) : [],
        .. Availability is { } availability ? [availability.Pattern.Filter] : Array.Empty<string>(),
        .. DescribedBy is { } description ? [description.Pattern.Filter] : Array.Empty<string>(),
    ];

    internal MergeRule Merge { get; }

    internal JsonPath MergeAt { get; private init; } = JsonPath.Parse("$");

    internal ImmutableArray<TopicRoute> Routes { get; private set; }

    internal TopicTemplate? DeviceName { get; private init; }

    internal Guard? When { get; private init; }

    /// <summary>Null where a message is one device's.</summary>
    internal JsonPath? Each { get; private init; }

    /// <summary>Null where the elements are told apart by the topic.</summary>
    internal JsonPath? ElementKey { get; private init; }

    internal AvailabilityRule? Availability { get; private init; }

    internal DescriptionRule? DescribedBy { get; private init; }

    internal QualityRule? Quality { get; private init; }

    internal MappingDefinition Definition { get; }

    internal TimeSelector Time { get; private init; } = TimeSelector.Of(new());

    /// <summary>Null in Sparkplug, as is <see cref="RatedPower"/>; there the metrics' names are.</summary>
    internal JsonPath? Serial { get; private init; }

    internal JsonPath? RatedPower { get; private init; }

    internal string? SerialMetric { get; private init; }

    internal string? RatedPowerMetric { get; private init; }

    internal ImmutableArray<PointMapping> Points { get; private init; }

    /// <summary>Index in <see cref="Points"/> by a Sparkplug metric's name.</summary>
    internal FrozenDictionary<string, int> PointsByMetric { get; private set; } = FrozenDictionary<string, int>.Empty;

    /// <summary>What the points' paths begin with.</summary>
    internal MemberIndex Members { get; private set; } = new([]);

    // What a Device is called by in logs and pages: an MQTT device has a mapping where an SNMP device has a profile.
    internal DeviceProfile Profile { get; }

    /// <exception cref="MalformedMappingException">A key is malformed, or one contradicts another.</exception>
    public static PayloadMapping Of(MappingDefinition definition)
    {
        var isSparkplug = definition.Format == PayloadFormat.Sparkplug;
        var mapping = new PayloadMapping(definition)
        {
            DeviceName = Key("device", definition.Device, TopicTemplate.Parse),
            When = Key("when", definition.When, Guard.Parse),
            MergeAt = Key("mergeAt", definition.MergeAt, JsonPath.Parse)!,
            Time = TimeSelector.Of(definition.Time),
            Serial = isSparkplug ? null : Key("serial", definition.Serial, JsonPath.Parse),
            RatedPower = isSparkplug ? null : Key("ratedPower", definition.RatedPower, JsonPath.Parse),
            SerialMetric = isSparkplug ? definition.Serial : null,
            RatedPowerMetric = isSparkplug ? definition.RatedPower : null,
            Each = Key("each", definition.Each, JsonPath.Parse),
            ElementKey = Key("key", definition.Key, JsonPath.Parse),
            Availability = definition.Availability is { } availability ? AvailabilityRule.Of(availability) : null,
            DescribedBy = definition.DescribedBy is { } description ? DescriptionRule.Of(description) : null,
            Quality = definition.Quality is { } quality ? QualityRule.Of(quality) : null,
            Points = [.. definition.Points.Select((point, index) => Point(point, definition, index))],
        };
        mapping.Check();
        mapping.Members = new(mapping.Points);
        mapping.Routes = [.. definition.Topics.Select((topic, index) => mapping.Route(topic, $"topics[{index}]"))];
        mapping.PointsByMetric = mapping.Points.Select((point, index) => (point.Address, index))
            .DistinctBy(entry => entry.Address).ToFrozenDictionary(entry => entry.Address, entry => entry.index);
        return mapping;
    }

    void Check()
    {
        if (Points.IsEmpty != (Format == PayloadFormat.HomeAssistant))
            throw new MalformedMappingException("points", Points.IsEmpty ? "must name at least one point." : "must be empty: devices tell them.");
        if (Each is not null && !Each.IsMany)
            throw new MalformedMappingException("each", $"'{Each}' does not lead to every element of an array: it needs [*].");
        if (ElementKey is not null && Each is null)
            throw new MalformedMappingException("key", "goes with each.");
        if (Each is not null && (Merge != MergeRule.None || Format != PayloadFormat.Json))
            throw new MalformedMappingException("each", "goes with the format json and without merging.");
    }

    static PointMapping Point(PointDefinition point, MappingDefinition definition, int index)
    {
        try
        {
            return PointMapping.Of(point, definition);
        }
        catch (MalformedMappingException fault)
        {
            throw new MalformedMappingException($"points[{index}].{fault.Key}", fault.Reason);
        }
    }

    static T? Key<T>(string key, string? text, Func<string, T> parse)
        where T : class
    {
        try
        {
            return text is null ? null : parse(text);
        }
        catch (FormatException fault)
        {
            throw new MalformedMappingException(key, fault.Message);
        }
    }

    TopicRoute Route(TopicDefinition topic, string key)
    {
        var pattern = Key($"{key}.pattern", topic.Pattern, TopicPattern.Parse)!;
        var location = Key($"{key}.location", topic.Location, TopicTemplate.Parse);
        var source = Key($"{key}.source", topic.Source, TopicTemplate.Parse);
        if ((location is null) == (source is null))
            throw new MalformedMappingException(key, "needs either a location, or a source that the devices of the configuration place.");
        if (location is not null && DeviceName is null)
            throw new MalformedMappingException("device", "is missing: a topic that tells the location must tell the device.");

        var needed = (location?.Names ?? [])
            .Concat(source?.Names ?? [])
            .Concat(location is null ? [] : DeviceName!.Names)
            .Concat(Points.SelectMany(point => point.Part.Captures))
            .Concat(Points.Any(point => point.Kind is not null) ? [KindCapture] : []);
        if (needed.FirstOrDefault(name => !pattern.Names.Contains(name) && !(name == KeyCapture && ElementKey is not null)) is { } absent)
            throw new MalformedMappingException($"{key}.pattern", $"'{topic.Pattern}' has no capture {{{absent}}}, which this mapping uses.");

        return new(this, pattern, location, source, topic.RatedKilowatts * 1000);
    }
}
