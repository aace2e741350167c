namespace DcOps.Simulator.Physics;

/// <summary>Outdoor air at an instant.</summary>
/// <param name="Humidity">Relative humidity, 0 to 1.</param>
public readonly record struct Weather(double DryBulbCelsius, double Humidity)
{
    public double WetBulbCelsius => Psychrometrics.WetBulb(DryBulbCelsius, Humidity);

    public double DewPointCelsius => Psychrometrics.DewPoint(DryBulbCelsius, Humidity);
}
