using System.Text.Json;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping.Notes;

/// <summary>Reads a retained configuration of Home Assistant's MQTT discovery; keys may be abbreviated.</summary>
static class HomeAssistantConfig
{
    /// <exception cref="FormatException">The message describes no value that can be read without guessing; the text says why.</exception>
    public static DiscoveredEntity Read(JsonElement config)
    {
        if (config.ValueKind != JsonValueKind.Object)
            throw new FormatException("the configuration is no JSON object");

        var topic = Topic(config, "state_topic", "stat_t") ?? throw new FormatException("there is no state topic");
        if (topic.AsSpan().ContainsAny("+#{}") || topic.Length == 0)
            throw new FormatException($"'{topic}' is not a topic to publish to");

        var unit = UnitSpelling.Canonical(Text(config, "unit_of_measurement", "unit_of_meas") ?? "1");
        var quantity = QuantityOf(Text(config, "device_class", "dev_cla"), unit);
        var state = Text(config, "state_class", "stat_cla");
        if (quantity is Quantity.ActiveEnergy or Quantity.WaterVolume && state is not ("total" or "total_increasing"))
            throw new FormatException($"a {KebabCase.Of(quantity)} of state class '{state}' is no register");
        if (!UnitOfMeasure.TryGet(unit, quantity, out _))
            throw new FormatException($"'{unit}' is not a unit of {KebabCase.Of(quantity)}");

        return new(
            topic,
            ValueTemplate.Path(Text(config, "value_template", "val_tpl")),
            quantity,
            unit,
            Topic(config, "availability_topic", "avty_t"),
            ValueTemplate.Path(Text(config, "availability_template", "avty_tpl")),
            Text(config, "payload_not_available", "pl_not_avail") ?? "offline");
    }

    // A class names the quantity; without one a unit that only one quantity has does.
    static Quantity QuantityOf(string? deviceClass, string unit) => deviceClass switch
    {
        "power" => Quantity.ActivePower,
        "apparent_power" => Quantity.ApparentPower,
        "reactive_power" => Quantity.ReactivePower,
        "energy" => Quantity.ActiveEnergy,
        "voltage" => Quantity.Voltage,
        "current" => Quantity.Current,
        "frequency" => Quantity.Frequency,
        "power_factor" => Quantity.PowerFactor,
        "temperature" => Quantity.Temperature,
        "humidity" => Quantity.Humidity,
        "battery" => Quantity.BatteryCharge,
        "pressure" or "atmospheric_pressure" => Quantity.Pressure,
        "water" => Quantity.WaterVolume,
        "volume_flow_rate" => Quantity.LiquidFlow,
        null => unit switch
        {
            "W" or "kW" or "MW" or "mW" => Quantity.ActivePower,
            "Wh" or "kWh" or "MWh" => Quantity.ActiveEnergy,
            "VA" or "kVA" => Quantity.ApparentPower,
            "var" or "kvar" => Quantity.ReactivePower,
            "V" or "mV" or "kV" => Quantity.Voltage,
            "A" or "mA" => Quantity.Current,
            "Hz" => Quantity.Frequency,
            "°C" or "°F" => Quantity.Temperature,
            _ => throw new FormatException($"neither a device class nor the unit '{unit}' tells what is measured"),
        },
        _ => throw new FormatException($"device class '{deviceClass}' is nothing that is kept here"),
    };

    static string? Topic(JsonElement config, string name, string abbreviation)
    {
        if (Text(config, name, abbreviation) is not { } topic || Text(config, "~", "~") is not { } root)
            return Text(config, name, abbreviation);

        topic = topic.StartsWith('~') ? root + topic[1..] : topic;
        return topic.EndsWith('~') ? topic[..^1] + root : topic;
    }

    static string? Text(JsonElement config, string name, string abbreviation) =>
        config.TryGetProperty(name, out var value) || config.TryGetProperty(abbreviation, out value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => throw new FormatException($"{name} is no text"),
            }
            : null;
}
