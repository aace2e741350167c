using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Units;

/// <summary>What holds for a quantity whatever the device: its dimension, what is physically possible, whether parts add up.</summary>
/// <param name="Possible">In canonical units. Wide enough for any low-voltage plant; a profile narrows it.</param>
/// <param name="IsAdditive">Whether the parts' values sum to the whole's.</param>
public sealed record QuantityTraits(Dimension Dimension, ValueRange Possible, bool IsAdditive = false)
{
    static readonly ValueRange AnyPower = new(-1e9, 1e9);
    static readonly ValueRange AnyTemperature = new(-60, 200);
    static readonly ValueRange AnyFlow = new(0, 1e4);

    static readonly QuantityTraits[] ByQuantity = [.. Enum.GetValues<Quantity>().Order().Select(Describe)];

    public static QuantityTraits Of(Quantity quantity) => ByQuantity[(int)quantity];

    static QuantityTraits Describe(Quantity quantity) => quantity switch
    {
        Quantity.ActivePower => new(Dimension.ActivePower, AnyPower, IsAdditive: true),
        Quantity.ApparentPower => new(Dimension.ApparentPower, AnyPower, IsAdditive: true),
        Quantity.ReactivePower => new(Dimension.ReactivePower, AnyPower, IsAdditive: true),
        Quantity.CoolingPower => new(Dimension.ActivePower, AnyPower, IsAdditive: true),
        Quantity.ActiveEnergy => new(Dimension.ActiveEnergy, new(0, 1e15), IsAdditive: true),
        Quantity.WaterVolume => new(Dimension.Volume, new(0, 1e15), IsAdditive: true),
        Quantity.Voltage => new(Dimension.Voltage, new(0, 1_000)),
        Quantity.Current => new(Dimension.Current, new(-6_300, 6_300)),
        Quantity.Frequency => new(Dimension.Frequency, new(0, 500)),
        Quantity.PowerFactor => new(Dimension.Ratio, new(-1, 1)),
        Quantity.InletTemperature or Quantity.Temperature or Quantity.DewPoint
            or Quantity.SupplyTemperature or Quantity.ReturnTemperature or Quantity.TemperatureSetpoint => new(Dimension.Temperature, AnyTemperature),
        Quantity.Humidity or Quantity.BatteryCharge or Quantity.HumiditySetpoint or Quantity.Utilization => new(Dimension.Ratio, new(0, 1)),
        Quantity.Position or Quantity.SpeedRatio or Quantity.Level or Quantity.BatteryHealth => new(Dimension.Ratio, new(0, 1.5)),
        Quantity.Efficiency => new(Dimension.Ratio, new(0, 100)),
        Quantity.Distortion => new(Dimension.Ratio, new(0, 10)),
        Quantity.BatteryCapacity => new(Dimension.Charge, new(-1e6, 1e6)),
        Quantity.ReactiveEnergy => new(Dimension.ReactiveEnergy, new(-1e15, 1e15), IsAdditive: true),
        Quantity.OperatingTime => new(Dimension.Duration, new(0, 1e10)),
        Quantity.RatedPower => new(Dimension.ActivePower, new(0, 1e9)),
        Quantity.RatedCurrent => new(Dimension.Current, new(0, 100_000)),
        Quantity.VoltageSetpoint => new(Dimension.Voltage, new(-1_000, 1_000)),
        Quantity.ReceivedData or Quantity.SentData => new(Dimension.Data, new(0, 1e20)),
        Quantity.LinkSpeed => new(Dimension.DataRate, new(0, 1e13)),
        Quantity.LoadRatio => new(Dimension.Ratio, new(0, 3)),
        Quantity.Imbalance => new(Dimension.Ratio, new(0, 2)),
        Quantity.BatteryRuntime => new(Dimension.Duration, new(0, 60 * 86_400)),
        Quantity.SecondsOnBattery => new(Dimension.Duration, new(0, 60 * 86_400)),
        Quantity.Uptime => new(Dimension.Duration, new(0, 1e10)),
        Quantity.RegisterResetAt => new(Dimension.Instant, new(0, 1e11)),
        Quantity.LiquidFlow or Quantity.AirFlow => new(Dimension.Flow, AnyFlow),
        Quantity.Pressure or Quantity.DifferentialPressure => new(Dimension.Pressure, new(-1e7, 1e7)),
        Quantity.FanSpeed => new(Dimension.RotationalSpeed, new(0, 100_000)),
        Quantity.Count => new(Dimension.Count, new(0, 1e12), IsAdditive: true),
        Quantity.None or Quantity.Condition => new(Dimension.Condition, new(0, 255)),
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "The quantity is new: say here what holds for it."),
    };
}
