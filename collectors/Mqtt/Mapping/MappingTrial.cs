using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Applies one mapping to payloads outside a collector, for whoever writes it: every place is known, and each value is traced.</summary>
public sealed class MappingTrial
{
    const int MostBytes = 16 * 1_024 * 1_024;

    /// <summary>Stands for the place that a configuration would give a device whose topic tells none.</summary>
    public static readonly Location Elsewhere = Location.Parse("ELSEWHERE");

    readonly PayloadMapping _mapping;
    readonly MessageReader _reader;
    readonly MessageSources _found;
    readonly List<TracedValue> _values = [];
    readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    public MappingTrial(PayloadMapping mapping)
    {
        _mapping = mapping;
        _found = new([mapping], Place, static _ => true);
        _reader = new([mapping], Place, static _ => true, MostBytes) { Traced = _values.Add };
    }

    /// <summary>The values of the last message, in order; empty when it was refused.</summary>
    public IReadOnlyList<TracedValue> Values => _values;

    /// <param name="topic">As published; in Sparkplug that of a birth, whose metrics carry their names.</param>
    public MessageOutcome Read(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        _values.Clear();
        return _mapping.Format == PayloadFormat.Sparkplug ? OfSparkplug(topic, payload, receivedAt) : _reader.Read(topic, payload, receivedAt);
    }

    /// <summary>The source under which a configuration must place a device that <see cref="Read"/> named; null when the topic tells its place.</summary>
    public string? SourceOf(string device) => _sources.GetValueOrDefault(device);

    // The device bears the name that the mapping builds, as far as it can be one.
    DevicePlacement Place(string source)
    {
        var name = new string([.. source.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').Take(64)]);
        _sources[name] = source;
        return new(Elsewhere, name, RatedWatts: null);
    }

    MessageOutcome OfSparkplug(string text, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        if (!SparkplugTopic.TryParse(text, out var topic))
            return new MessageOutcome.Refused(RefusalReason.UnknownTopic, "not of the form spBv1.0/group/DBIRTH/node/device");
        if (SparkplugDecoder.Decode(payload.Span) is not { } decoded)
            return new MessageOutcome.Refused(RefusalReason.Undecodable);

        var sources = _found.Of(topic.Device is null ? $"{topic.Group}/{topic.Node}" : $"{topic.Group}/{topic.Node}/{topic.Device}", out var refused);
        if (refused is not null)
            return refused;

        var outcome = SparkplugReadings.Of(sources[0], decoded.Metrics, decoded.Timestamp, receivedAt);
        foreach (var reading in (outcome as MessageOutcome.Mapped)?.Readings.Readings ?? [])
        {
            var point = _mapping.Points[sources[0].Points.IndexOf(reading.Point)];
            var metric = decoded.Metrics.Last(candidate => candidate.Name == point.Address);
            _values.Add(new(reading.Point, reading.Value, reading.Quality, ValueFault.None, point.Address, metric.Value?.ToString() ?? "null", point.Unit));
        }

        return outcome;
    }
}
