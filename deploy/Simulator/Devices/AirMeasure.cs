using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>What a sensor of air measures at one instant.</summary>
/// <param name="Humidity">Relative, 0 to 1.</param>
public sealed record AirMeasure(double Celsius, double Humidity)
{
    public double DewPointCelsius => Psychrometrics.DewPoint(Celsius, Humidity);
}
