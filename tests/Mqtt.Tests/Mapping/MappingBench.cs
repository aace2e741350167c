using System.Text;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>A reader with ready-made mappings, an inventory of NJ-01 with rack R01/A07, and some placed devices.</summary>
sealed class MappingBench(params string[] mappings)
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    readonly MessageReader _reader = new(
        [.. mappings.Select(name => MappingLibrary.Find(name)!)],
        new Dictionary<string, DevicePlacement>(StringComparer.Ordinal)
        {
            ["tasmota:pow1"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-a", RatedWatts: 7_400),
            ["tasmota:tasmota"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-b", RatedWatts: null),
            ["shelly:em3"] = new(Location.Parse("NJ-01"), "utility-1", RatedWatts: null),
            ["shelly:relay"] = new(Location.Parse("NJ-01/R01/A07"), "pdu-a", RatedWatts: null),
        },
        location => location.Path is "NJ-01" or "NJ-01/R01/A07",
        maximumPayloadBytes: 256 * 1024);

    public MessageOutcome Read(string topic, string payload, DateTimeOffset? receivedAt = null) =>
        Read(topic, Encoding.UTF8.GetBytes(payload), receivedAt);

    public MessageOutcome Read(string topic, byte[] payload, DateTimeOffset? receivedAt = null) =>
        _reader.Read(topic, payload, receivedAt ?? ReceivedAt);

    public MessageOutcome.Mapped Mapped(string topic, string payload, DateTimeOffset? receivedAt = null) =>
        Assert.IsType<MessageOutcome.Mapped>(Read(topic, payload, receivedAt));

    /// <summary>Points and values as text, in order: <c>total/active-power=4210.5</c>.</summary>
    public static string[] Values(MessageOutcome.Mapped mapped) =>
        [.. mapped.Readings.Readings.Select(reading => FormattableString.Invariant($"{Part(reading.Point)}={reading.Value?.ToString("G15", System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}"))];

    static string Part(PointId point) => point.ToString()[(point.Device.Length + 1)..];
}
