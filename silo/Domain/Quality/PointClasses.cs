using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Quality;

/// <summary>Which class a rack's point belongs to, and what its values may physically be.</summary>
public static class PointClasses
{
    /// <summary>Classes that rooms count; meters of the boundary are judged by their registers instead.</summary>
    public static ImmutableArray<PointClass> Counted { get; } =
        [PointClass.Power, PointClass.Temperature, PointClass.Humidity, PointClass.Network];

    /// <summary>Null for quantities whose quality nobody asks for, as states and setpoints.</summary>
    public static PointClass? Of(Quantity quantity) => quantity switch
    {
        Quantity.ActivePower or Quantity.ApparentPower or Quantity.ReactivePower or Quantity.ActiveEnergy or Quantity.Voltage
            or Quantity.Current or Quantity.Frequency or Quantity.PowerFactor => PointClass.Power,
        Quantity.InletTemperature or Quantity.Temperature or Quantity.DewPoint or Quantity.SupplyTemperature
            or Quantity.ReturnTemperature => PointClass.Temperature,
        Quantity.Humidity => PointClass.Humidity,
        Quantity.ReceivedData or Quantity.SentData or Quantity.LinkSpeed => PointClass.Network,
        _ => null,
    };

    /// <summary>Whether a value is possible in a machine hall; wide, so that only nonsense fails.</summary>
    public static bool IsPossible(Quantity quantity, double value) => quantity switch
    {
        Quantity.ActivePower or Quantity.ApparentPower => value is >= 0 and <= 10_000_000,
        Quantity.ActiveEnergy or Quantity.ReceivedData or Quantity.SentData or Quantity.LinkSpeed => value >= 0,
        Quantity.Voltage => value is >= 0 and <= 50_000,
        Quantity.Current => value is >= 0 and <= 20_000,
        Quantity.Frequency => value is >= 0 and <= 500,
        Quantity.PowerFactor => value is >= -1 and <= 1,
        Quantity.InletTemperature or Quantity.Temperature or Quantity.DewPoint or Quantity.SupplyTemperature
            or Quantity.ReturnTemperature => value is >= -50 and <= 120,
        Quantity.Humidity => value is >= 0 and <= 1,
        _ => true,
    };
}
