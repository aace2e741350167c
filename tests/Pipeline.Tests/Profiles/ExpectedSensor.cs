using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What another monitor reads at one address of a recording, in our units.</summary>
/// <param name="Value">Of a state: its <see cref="ConditionCode"/>; null when the other monitor gives the code no meaning.</param>
/// <param name="IsSuspect">The other monitor shows a bogus reading here: ours must reject it.</param>
/// <param name="States">Of a state: every raw code that the other monitor knows there, with its meaning.</param>
sealed record ExpectedSensor(
    string Address, string Class, double? Value, bool IsSuspect, ImmutableArray<(double Code, ConditionCode Meaning)> States)
{
    /// <summary>tlUpsBatteryAge: years.</summary>
    const string YearsOfTrippLite = "1.3.6.1.4.1.850.100.1.2.1.";

    public bool IsState => Class == "state";

    /// <summary>Whether the value can be one of its class at all: a power factor is a ratio of 1 at most.</summary>
    public bool IsPossible => Class != "power_factor" || Math.Abs(Value ?? 0) <= 1;

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

    /// <summary>Whether a quantity of this dimension can be what the other monitor shows under this class.</summary>
    public bool CanBe(Dimension dimension) => Class switch
    {
        "power" => dimension is Dimension.ActivePower or Dimension.ApparentPower or Dimension.ReactivePower,
        "power_consumed" => dimension is Dimension.ActiveEnergy,
        "current" => dimension is Dimension.Current,
        "voltage" => dimension is Dimension.Voltage,
        "frequency" => dimension is Dimension.Frequency,
        "temperature" => dimension is Dimension.Temperature,
        "humidity" or "load" or "charge" or "percent" or "power_factor" or "quality_factor" or "eer" => dimension is Dimension.Ratio,
        "runtime" or "delay" => dimension is Dimension.Duration,
        "fanspeed" => dimension is Dimension.RotationalSpeed or Dimension.Ratio,
        "airflow" or "waterflow" => dimension is Dimension.Flow,
        "pressure" => dimension is Dimension.Pressure,
        "cooling" => dimension is Dimension.ActivePower,
        "state" => dimension is Dimension.Condition,
        _ => true,
    };

    /// <summary>The other monitor's unit in ours.</summary>
    public double Factor(Quantity quantity, Dimension dimension) => Class switch
    {
        "power_consumed" => 1_000,
        "humidity" or "load" or "charge" or "percent" => 0.01,
        "fanspeed" when dimension is Dimension.Ratio => 0.01,
        "runtime" => 60,
        "pressure" => 1_000,
        "airflow" => 0.3048 * 0.3048 * 0.3048 / 60,
        "waterflow" => 1e-3 / 60,
        "quality_factor" when quantity == Quantity.Distortion => 0.01,
        "count" when dimension is Dimension.Ratio => 0.01,
        // A bare number is in the unit that the device's MIB or its row names.
        "count" when quantity == Quantity.OperatingTime && Address.StartsWith(YearsOfTrippLite, StringComparison.Ordinal) => 365.25 * 86_400,
        "count" when dimension is Dimension.Duration => 3_600,
        "count" when dimension is Dimension.Pressure => 100,
        _ => 1,
    };

    static ExpectedSensor Of(JsonObject sensor, JsonArray states)
    {
        var kind = (string)sensor["cls"]!;
        var value = (double)sensor["value"]!;
        var known = kind == "state" ? Known(sensor, states) : [];
        return new(
            (string)sensor["oid"]!, kind, kind == "state" ? Meaning(known, value) : value, sensor["suspect"] is not null, known);
    }

    static double? Meaning(ImmutableArray<(double Code, ConditionCode Meaning)> known, double code)
    {
        var meanings = known.Where(state => state.Code == code).Select(state => state.Meaning).Distinct().ToList();
        return meanings.Count == 1 ? (double)meanings[0] : null;
    }

    // The states of one device share their list; a sensor names its own by the object its index begins with.
    static ImmutableArray<(double Code, ConditionCode Meaning)> Known(JsonObject sensor, JsonArray states)
    {
        var name = ((string?)sensor["index"] ?? "").Split('.')[0];
        var own = states.Where(state => (string?)state!["state_name"] == name).ToList();
        var among = own.Count > 0 ? own : states.Select(state => (string?)state!["state_name"]).Distinct(StringComparer.Ordinal).Count() == 1 ? [.. states] : [];
        return [.. among.Select(state => ((double)state!["state_value"]!, (ConditionCode)Math.Clamp((int)(double)state["state_generic_value"]!, 0, 3)))];
    }
}
