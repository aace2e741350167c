using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>
/// What a value can be at all, in the canonical unit. Wide on purpose: it stops a sentinel that nobody told us of and a
/// wrong unit by orders of magnitude, not an unusual day.
/// </summary>
public static class PhysicalRange
{
    // Above 2^53 Wh a double no longer counts single watt-hours.
    const double LargestRegister = 9_007_199_254_740_992;

    public static bool Holds(Quantity quantity, double value)
    {
        var (low, high) = Of(quantity);
        return value >= low && value <= high;
    }

    static (double Low, double High) Of(Quantity quantity) => quantity switch
    {
        Quantity.ActivePower or Quantity.ReactivePower => (-2e9, 2e9),
        Quantity.ApparentPower or Quantity.CoolingPower => (0, 2e9),
        Quantity.ActiveEnergy => (0, LargestRegister),
        Quantity.Voltage => (-1_500, 1e6),
        Quantity.Current => (-1e5, 1e5),
        Quantity.Frequency => (0, 1_000),
        Quantity.PowerFactor => (-1, 1),
        Quantity.InletTemperature or Quantity.Temperature => (-60, 300),
        Quantity.DewPoint => (-100, 100),
        Quantity.Humidity => (0, 1),
        Quantity.LoadRatio => (0, 10),
        Quantity.BatteryCharge => (0, 1),
        Quantity.Imbalance => (0, 1),
        Quantity.Pressure => (-1e8, 1e8),
        Quantity.LiquidFlow or Quantity.AirFlow => (0, 1e5),
        _ => (0, LargestRegister),
    };
}
