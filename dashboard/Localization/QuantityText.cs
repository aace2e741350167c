using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Localization;

/// <summary>A canonical value in the unit that people read.</summary>
static class QuantityText
{
    public static string Of(Quantity quantity, double value, Wording wording) => quantity switch
    {
        Quantity.ActivePower or Quantity.CoolingPower or Quantity.RatedPower => wording.Power(new Power(value)),
        Quantity.ApparentPower => $"{wording.Number(value / 1e3, 2)} kVA",
        Quantity.ReactivePower => $"{wording.Number(value / 1e3, 2)} kvar",
        Quantity.ActiveEnergy => $"{wording.Number(value / 1e3, 3)} kWh",
        Quantity.ReactiveEnergy => $"{wording.Number(value / 1e3, 3)} kvarh",
        Quantity.Voltage or Quantity.VoltageSetpoint => $"{wording.Number(value, 1)} V",
        Quantity.Current or Quantity.RatedCurrent => $"{wording.Number(value, 2)} A",
        Quantity.Frequency => $"{wording.Number(value, 2)} Hz",
        Quantity.BatteryCapacity => $"{wording.Number(value, 1)} Ah",
        Quantity.PowerFactor => wording.Number(value, 2),
        Quantity.InletTemperature or Quantity.Temperature or Quantity.DewPoint or Quantity.SupplyTemperature
            or Quantity.ReturnTemperature or Quantity.TemperatureSetpoint => wording.Temperature(new Temperature(value)),
        Quantity.Humidity or Quantity.LoadRatio or Quantity.BatteryCharge or Quantity.Imbalance or Quantity.SpeedRatio
            or Quantity.Position or Quantity.Level or Quantity.BatteryHealth or Quantity.Efficiency or Quantity.Distortion
            or Quantity.HumiditySetpoint or Quantity.Utilization => wording.Percent(new Ratio(value)),
        Quantity.BatteryRuntime or Quantity.SecondsOnBattery or Quantity.Uptime or Quantity.OperatingTime => Duration(value, wording),
        Quantity.RegisterResetAt => Wording.Moment(DateTimeOffset.FromUnixTimeSeconds((long)value)),
        Quantity.LiquidFlow => $"{wording.Number(value * 1e3, 2)} L/s",
        Quantity.AirFlow => $"{wording.Number(value, 2)} m³/s",
        Quantity.DifferentialPressure => $"{wording.Number(value, 1)} Pa",
        Quantity.Pressure => $"{wording.Number(value / 1e3, 2)} kPa",
        Quantity.FanSpeed => $"{wording.Number(value, 0)} r/min",
        Quantity.WaterVolume => $"{wording.Number(value / 1e3, 3)} m³",
        Quantity.ReceivedData or Quantity.SentData => $"{wording.Number(value / 1e9, 3)} GB",
        Quantity.LinkSpeed => $"{wording.Number(value / 1e6, 0)} Mbit/s",
        _ => wording.Number(value, 0),
    };

    static string Duration(double seconds, Wording wording) => seconds switch
    {
        < 120 => wording["Age.Seconds", (long)seconds],
        < 7_200 => wording["Age.Minutes", (long)(seconds / 60)],
        < 172_800 => wording["Age.Hours", (long)(seconds / 3_600)],
        _ => wording["Age.Days", (long)(seconds / 86_400)],
    };
}
