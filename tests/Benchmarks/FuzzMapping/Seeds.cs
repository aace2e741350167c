using System.Text;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Sparkplug;

namespace DcOps.Benchmarks.FuzzMapping;

/// <summary>Messages to begin with: some of each ready-made mapping, and those of a folder of recordings.</summary>
static class Seeds
{
    static readonly DateTimeOffset At = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    public static ImmutableArray<(string Mapping, string Topic, byte[] Payload)> All(string? recordings) =>
        [.. Own().Select(seed => (seed.Mapping, seed.Topic, Encoding.UTF8.GetBytes(seed.Payload))), .. Births(), .. recordings is null ? [] : Recorded(recordings)];

    static IEnumerable<(string Mapping, string Topic, string Payload)> Own() =>
    [
        ("plain", "dc/NJ-01/R01/A07/pdu-a", """{"ts":"2026-11-22T15:00:00Z","activePowerW":4210.5,"activeEnergyWh":18273645,"serial":"M-1","ratedPowerW":7360,"condition":"ok","phases":[{"currentA":1},{"currentA":2}]}"""),
        ("plain", "dc/NJ-01/plant/utility-1", """{"ts":1795359600000,"activePowerW":"512000","humidityPct":null}"""),
        ("tasmota", "tele/pow1/SENSOR", """{"Time":"2026-11-22T23:00:00","ENERGY":{"TotalStartTime":"2026-01-01T00:00:30","Total":[1.5,2.5],"Power":[100,120,80],"Factor":0.9},"AM2301":{"Temperature":21.5,"Humidity":45}}"""),
        ("tasmota", "tele/pow1/LWT", "Offline"),
        ("shelly-gen1", "shellies/relay/relay/0/energy", "20245980"),
        ("shelly-gen1-meter", "shellies/em3/emeter/2/total", "337433.1"),
        ("shelly-gen2", "em3/events/rpc", """{"src":"em3","method":"NotifyStatus","params":{"ts":1795359599.25,"em:0":{"a_act_power":100},"emdata:0":{"total_act":337433}}}"""),
        ("shelly-gen2", "em3/online", "false"),
        ("shelly-gen2-status", "relay/status/switch:3", """{"id":3,"apower":2.7,"aenergy":{"total":7258.589},"temperature":{"tC":32.1}}"""),
        ("home-assistant", "homeassistant/sensor/pdu1/energy/config", """{"~":"pdu1","stat_t":"~/state","val_tpl":"{{ value_json.energy.total | float }}","unit_of_meas":"kWh","stat_cla":"total_increasing","avty_t":"~/there"}"""),
        ("home-assistant", "pdu1/state", """{"energy":{"total":337.433}}"""),
        ("home-assistant", "pdu1/there", "offline"),
        ("bms-value-metadata", "BMS/v1/PUB/Metadata/Rack/RackPower/hall-1/a07", """{"engUnit":"kW"}"""),
        ("bms-value-metadata", "BMS/v1/PUB/Value/Rack/RackPower/hall-1/a07", """{"value":4.2,"timestamp":1795359600000,"quality":1}"""),
        ("bms-value-metadata", "BMS/v1/PUB/Metadata/Rack/RackLeakDetect/hall-1/a07", """{"stateText":{"0":"Normal","1":"Leak"}}"""),
        ("gateway", "gw/g1/up", """{"ts":1795359600000,"meters":[{"id":41,"p":1.5,"r":[16968,0]},{"id":"42","p":2}]}"""),
    ];

    static IEnumerable<(string Mapping, string Topic, byte[] Payload)> Births()
    {
        var payload = new SparkplugPayload(At, 1,
        [
            SparkplugMetric.Of("activePowerW", SparkplugType.Double, new SparkplugValue.Double(4_200), At, alias: 1),
            SparkplugMetric.Of("activeEnergyWh", SparkplugType.UInt64, new SparkplugValue.Long(1_000_000), At, alias: 2),
            SparkplugMetric.Of("condition", SparkplugType.String, new SparkplugValue.Text("ok"), At),
            SparkplugMetric.Of("ratedPowerW", SparkplugType.Int32, new SparkplugValue.Int(7_360), At) with { Properties = [new("Quality", SparkplugType.Int32, new SparkplugValue.Int(192))] },
        ]);
        yield return ("sparkplug-plain", "spBv1.0/NJ-01/DBIRTH/gateway/R01.A07.pdu-a", SparkplugEncoder.Encode(payload));
    }

    // Every payload of a recording, read by every mapping whose topics it could have.
    static IEnumerable<(string Mapping, string Topic, byte[] Payload)> Recorded(string folder)
    {
        foreach (var line in Lines(folder, "tasmota_docs.jsonl"))
            yield return ("tasmota", "tele/pow1/SENSOR", Encoding.UTF8.GetBytes(line.GetProperty("payload_text").GetString()!));
        foreach (var line in Lines(folder, "shelly_status.jsonl"))
            yield return ("shelly-gen2-status", "relay/status/switch:0", Encoding.UTF8.GetBytes(line.GetProperty("payload").GetRawText()));
        foreach (var file in new[] { "devices_tahu_js.jsonl", "tahu_python_capture.jsonl" })
        {
            foreach (var line in Lines(folder, Path.Combine("sparkplug", file)))
                yield return ("sparkplug-plain", "spBv1.0/NJ-01/DBIRTH/gateway/R01.A07.pdu-a", Convert.FromHexString(line.GetProperty("payload_hex").GetString()!));
        }
    }

    static IEnumerable<JsonElement> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Select(line => JsonDocument.Parse(line).RootElement);
}
