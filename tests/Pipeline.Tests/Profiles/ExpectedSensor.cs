using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What another monitor reads at one address of a recording, in our units.</summary>
/// <param name="Value">Of a state: its <see cref="ConditionCode"/>; null when the other monitor gives the code no meaning.</param>
/// <param name="IsSuspect">The other monitor shows a bogus reading here: ours must reject it.</param>
sealed record ExpectedSensor(string Address, string Class, double? Value, bool IsSuspect)
{
    public bool IsState => Class == "state";

    public static ImmutableArray<ExpectedSensor> Of(string file)
    {
        var root = JsonNode.Parse(File.ReadAllText(file))!;
        var states = root["states"]!.AsArray();
        return
        [
            .. root["sensors"]!.AsArray()
                .Where(sensor => sensor!["oid"] is not null && sensor["value"]?.GetValueKind() == JsonValueKind.Number)
                .Select(sensor => Of(sensor!.AsObject(), states)),
        ];
    }

    static ExpectedSensor Of(JsonObject sensor, JsonArray states)
    {
        var kind = (string)sensor["cls"]!;
        var value = (double)sensor["value"]!;
        return new((string)sensor["oid"]!, kind, kind == "state" ? Generic(sensor, value, states) : value * Factor(kind), sensor["suspect"] is not null);
    }

    // The states of one device share their list; a sensor names its own by the object its index begins with.
    static double? Generic(JsonObject sensor, double value, JsonArray states)
    {
        var name = ((string?)sensor["index"] ?? "").Split('.')[0];
        var own = states.Where(state => (string?)state!["state_name"] == name).ToList();
        var among = own.Count > 0 ? own : [.. states];
        var meanings = among.Where(state => (double)state!["state_value"]! == value)
            .Select(state => (double)state!["state_generic_value"]!).Distinct().ToList();
        return meanings.Count == 1 ? meanings[0] : null;
    }

    static double Factor(string kind) => kind switch
    {
        "power_consumed" => 1_000,
        "humidity" or "load" or "charge" or "percent" => 0.01,
        "runtime" => 60,
        _ => 1,
    };
}
