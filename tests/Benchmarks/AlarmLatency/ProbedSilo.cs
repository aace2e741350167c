using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Benchmarks.Province;

namespace DcOps.Benchmarks.AlarmLatency;

/// <summary>The load's configuration with a collector and a rule more: a probe's temperature above 50 °C is critical at once.</summary>
static class ProbedSilo
{
    public const string Collector = "probe";
    public const string Token = "a-token-of-the-benchmark-probe";
    public const double Limit = 50;

    /// <returns>The configuration's file.</returns>
    public static string Write(string folder, LoadSize size, int ingestPort)
    {
        var file = Path.Combine(folder, "province.json");
        SiloConfiguration.Write(file, size, ingestPort);
        var root = JsonNode.Parse(File.ReadAllText(file))?.AsObject() ?? throw new InvalidOperationException("No configuration was written.");
        var facilities = Enumerable.Range(0, size.Facilities).Select(facility => (JsonNode)LoadSize.IdOf(facility).Value).ToArray();
        root["ingest"]?["collectors"]?.AsArray().Add(new JsonObject { ["name"] = Collector, ["token"] = $"text:{Token}", ["facilities"] = new JsonArray(facilities) });
        root["alarms"] = new JsonObject { ["rules"] = new JsonArray("probe-rules.json") };
        File.WriteAllText(file, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        File.WriteAllText(
            Path.Combine(folder, "probe-rules.json"),
            """{ "limit": [{ "id": "probe", "priority": "critical", "quantity": "temperature", "high": 50, "deadband": 1 }] }""");
        return file;
    }
}
