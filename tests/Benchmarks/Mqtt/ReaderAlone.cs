using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Configuration;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>The mapping without broker, network and queue: time and memory of one message.</summary>
static class ReaderAlone
{
    const int Messages = 300_000;

    public static void Print(int racks)
    {
        var section = ConfigurationDocument.Parse("load.json", LoadSite.Configuration(racks, 1883, 0)).Section<MqttSection>(MqttSection.Key)!;
        var places = section.Devices.ToDictionary(device => device.Source, device => new DevicePlacement(Location.Parse(device.Location), device.Name, null), StringComparer.Ordinal);
        var reader = new MessageReader([PayloadMapping.Of(section.Definitions[0])], places.GetValueOrDefault, static _ => true, 256 << 10);
        var now = TimeProvider.System.GetUtcNow();
        var payload = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"ts":{{now.ToUnixTimeMilliseconds()}},"seq":1,"power_w":4210.5,"energy_kwh":18273.645,"inlet_c":22.4,"outlet_c":33.1,"humidity":45.2,"cpu_util":61.3,"current_a":18.31,"voltage_v":229.8}"""));
        Measure("its own mapping", reader, Topics(racks), payload, now);

        // A mapping that knows many times more members than a message has.
        var plain = new MessageReader([MappingLibrary.Find("plain")!], static _ => null, static _ => true, 256 << 10);
        var meter = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"ts":{{now.ToUnixTimeMilliseconds()}},"activePowerW":4210.5,"activeEnergyWh":18273645,"inletTemperatureC":22.4,"humidityPct":45.2,"powerFactor":0.97,"currentA":18.31,"voltageV":229.8}"""));
        Measure("the mapping plain", plain, [.. Enumerable.Range(0, racks).Select(rack => $"dc/NJ-01/R{rack / 200:00}/A{rack % 200:000}/pdu-a")], meter, now);
    }

    static string[] Topics(int racks) =>
        [.. Enumerable.Range(0, racks).Select(rack => string.Create(CultureInfo.InvariantCulture, $"dc/dc000/rack/r{rack:000000}/telemetry"))];

    static void Measure(string name, MessageReader reader, string[] topics, byte[] payload, DateTimeOffset now)
    {
        Read(reader, topics, payload, now);
        Read(reader, topics, payload, now);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        Read(reader, topics, payload, now);
        var elapsed = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, {JsonDocument.Parse(payload).RootElement.EnumerateObject().Count()} members: {elapsed.TotalMicroseconds / Messages:0.00} µs and {(GC.GetAllocatedBytesForCurrentThread() - allocated) / Messages:N0} bytes a message"));
    }

    static void Read(MessageReader reader, string[] topics, byte[] payload, DateTimeOffset now)
    {
        for (var message = 0; message < Messages; message++)
        {
            if (reader.Read(topics[message % topics.Length], payload, now) is not MessageOutcome.Mapped)
                throw new InvalidOperationException("A message of the benchmark is not mapped.");
        }
    }
}
