using System.Globalization;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>From the unit that a device uses to the canonical one of a quantity: value × factor + offset.</summary>
public readonly record struct UnitConversion(double Factor, double Offset)
{
    static readonly Dictionary<string, (string Canonical, double Factor, double Offset)> Units = new(StringComparer.Ordinal)
    {
        ["W"] = ("W", 1, 0),
        ["mW"] = ("W", 1e-3, 0),
        ["kW"] = ("W", 1e3, 0),
        ["MW"] = ("W", 1e6, 0),
        ["VA"] = ("VA", 1, 0),
        ["kVA"] = ("VA", 1e3, 0),
        ["var"] = ("var", 1, 0),
        ["kvar"] = ("var", 1e3, 0),
        ["Wh"] = ("Wh", 1, 0),
        ["mWh"] = ("Wh", 1e-3, 0),
        ["kWh"] = ("Wh", 1e3, 0),
        ["MWh"] = ("Wh", 1e6, 0),
        ["Wmin"] = ("Wh", 1.0 / 60, 0),
        ["J"] = ("Wh", 1.0 / 3600, 0),
        ["kJ"] = ("Wh", 1.0 / 3.6, 0),
        ["V"] = ("V", 1, 0),
        ["mV"] = ("V", 1e-3, 0),
        ["kV"] = ("V", 1e3, 0),
        ["A"] = ("A", 1, 0),
        ["mA"] = ("A", 1e-3, 0),
        ["Hz"] = ("Hz", 1, 0),
        ["mHz"] = ("Hz", 1e-3, 0),
        ["C"] = ("C", 1, 0),
        ["F"] = ("C", 5.0 / 9, -160.0 / 9),
        ["K"] = ("C", 1, -273.15),
        ["1"] = ("1", 1, 0),
        ["%"] = ("1", 1e-2, 0),
        ["s"] = ("s", 1, 0),
        ["ms"] = ("s", 1e-3, 0),
        ["min"] = ("s", 60, 0),
        ["h"] = ("s", 3600, 0),
        ["d"] = ("s", 86_400, 0),
        ["m3/s"] = ("m3/s", 1, 0),
        ["m3/h"] = ("m3/s", 1.0 / 3600, 0),
        ["L/s"] = ("m3/s", 1e-3, 0),
        ["L/min"] = ("m3/s", 1e-3 / 60, 0),
        ["L/h"] = ("m3/s", 1e-3 / 3600, 0),
        ["Pa"] = ("Pa", 1, 0),
        ["hPa"] = ("Pa", 1e2, 0),
        ["kPa"] = ("Pa", 1e3, 0),
        ["bar"] = ("Pa", 1e5, 0),
        ["rpm"] = ("rpm", 1, 0),
        ["L"] = ("L", 1, 0),
        ["m3"] = ("L", 1e3, 0),
    };

    /// <exception cref="FormatException">The unit is unknown, or not one of the quantity.</exception>
    public static UnitConversion Of(Quantity quantity, string unit)
    {
        var canonical = CanonicalUnit(quantity);
        if (Units.TryGetValue(unit, out var known) && known.Canonical == canonical)
            return new(known.Factor, known.Offset);

        var units = Units.Where(entry => entry.Value.Canonical == canonical).Select(entry => entry.Key);
        throw new FormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"'{unit}' is not a unit of {KebabCase.Of(quantity)}; known are {string.Join(", ", units)}."));
    }

    public double Apply(double value) => (value * Factor) + Offset;

    static string CanonicalUnit(Quantity quantity) => quantity switch
    {
        Quantity.ActivePower or Quantity.CoolingPower => "W",
        Quantity.ApparentPower => "VA",
        Quantity.ReactivePower => "var",
        Quantity.ActiveEnergy => "Wh",
        Quantity.Voltage => "V",
        Quantity.Current => "A",
        Quantity.Frequency => "Hz",
        Quantity.InletTemperature or Quantity.Temperature or Quantity.DewPoint => "C",
        Quantity.BatteryRuntime or Quantity.Uptime or Quantity.RegisterResetAt or Quantity.SecondsOnBattery => "s",
        Quantity.LiquidFlow or Quantity.AirFlow => "m3/s",
        Quantity.Pressure => "Pa",
        Quantity.FanSpeed => "rpm",
        Quantity.WaterVolume => "L",
        _ => "1",
    };
}
