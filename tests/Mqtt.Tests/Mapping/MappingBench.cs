using System.Text;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>A reader with ready-made mappings, an inventory of NJ-01 with rack R01/A07, and some placed devices.</summary>
sealed class MappingBench(params ImmutableArray<PayloadMapping> mappings)
{
    public MappingBench(params string[] mappings)
        : this(mappings.Select(name => MappingLibrary.Find(name)!).ToImmutableArray())
    {
    }

    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    readonly MessageReader _reader = new(
        mappings,
        new Dictionary<string, DevicePlacement>(StringComparer.Ordinal)
        {
            ["tasmota:pow1"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-a", RatedWatts: 7_400),
            ["tasmota:tasmota"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-b", RatedWatts: null),
            ["shelly:em3"] = new(Location.Parse("NJ-01"), "utility-1", RatedWatts: null),
            ["ha:pdu1"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-a", RatedWatts: null),
            ["ha:pdu2"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-b", RatedWatts: null),
            ["bms:hall-1/rack-a07/power"] = new(Location.Parse("NJ-01/R01/A07"), "bms", RatedWatts: null),
            ["bms:hall-1/rack-a07/leak"] = new(Location.Parse("NJ-01/R01/A07"), "bms", RatedWatts: null),
            ["gw:41"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-a", RatedWatts: null),
            ["gw:42"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-b", RatedWatts: null),
            ["shelly:relay"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-a", RatedWatts: null),
        }.GetValueOrDefault,
        location => location.Path is "NJ-01" or "NJ-01/R01/A07",
        maximumPayloadBytes: 256 * 1024);

    public MessageOutcome Read(string topic, string payload, DateTimeOffset? receivedAt = null) =>
        Read(topic, Encoding.UTF8.GetBytes(payload), receivedAt);

    public MessageOutcome Read(string topic, byte[] payload, DateTimeOffset? receivedAt = null) =>
        _reader.Read(topic, payload, receivedAt ?? ReceivedAt);

    public MessageOutcome Retained(string topic, string payload) =>
        _reader.Read(topic, Encoding.UTF8.GetBytes(payload), ReceivedAt, isRetained: true);

    /// <summary>A mapping as a configuration defines it.</summary>
    public static PayloadMapping Own(string definition) =>
        PayloadMapping.Of(JsonSerializer.Deserialize<MappingDefinition>(definition, ConfigurationDocument.Strict)!);

    public MessageOutcome.Mapped Mapped(string topic, string payload, DateTimeOffset? receivedAt = null) =>
        Assert.IsType<MessageOutcome.Mapped>(Read(topic, payload, receivedAt));

    /// <summary>Points and values as text, in order: <c>total/active-power=4210.5</c>.</summary>
    public static string[] Values(MessageOutcome.Mapped mapped) =>
        [.. mapped.Readings.Readings.Select(reading => FormattableString.Invariant($"{Part(reading.Point)}={reading.Value?.ToString("G15", System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}"))];

    static string Part(PointId point) => point.ToString()[(point.Device.Length + 1)..];
}
