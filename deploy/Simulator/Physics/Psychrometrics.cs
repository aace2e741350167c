namespace DcOps.Simulator.Physics;

/// <summary>Moist air in closed forms, at sea level.</summary>
public static class Psychrometrics
{
    /// <summary>Wet bulb in °C, by Stull, J. Appl. Meteor. Climatol. 50 (2011) 2267: within 1 K where air is neither very cold nor very dry.</summary>
    /// <param name="humidity">Relative humidity, 0 to 1.</param>
    public static double WetBulb(double dryBulbCelsius, double humidity)
    {
        var percent = Math.Clamp(humidity * 100, 5, 99);
        var estimate = (dryBulbCelsius * Math.Atan(0.151977 * Math.Sqrt(percent + 8.313659)))
            + Math.Atan(dryBulbCelsius + percent)
            - Math.Atan(percent - 1.676331)
            + (0.00391838 * Math.Pow(percent, 1.5) * Math.Atan(0.023101 * percent))
            - 4.686035;

        // The fit may exceed the dry bulb by tenths in saturated air, which nature does not.
        return Math.Min(estimate, dryBulbCelsius);
    }

    /// <summary>Dew point in °C by the Magnus formula (coefficients of Alduchov and Eskridge 1996).</summary>
    /// <param name="humidity">Relative humidity, 0 to 1.</param>
    public static double DewPoint(double dryBulbCelsius, double humidity)
    {
        var gamma = Math.Log(Math.Clamp(humidity, 0.01, 1)) + (17.625 * dryBulbCelsius / (243.04 + dryBulbCelsius));
        return 243.04 * gamma / (17.625 - gamma);
    }

    /// <summary>Relative humidity, 0 to 1, of air of a temperature and a dew point (Magnus).</summary>
    public static double Humidity(double dryBulbCelsius, double dewPointCelsius) =>
        Math.Exp((17.625 * dewPointCelsius / (243.04 + dewPointCelsius)) - (17.625 * dryBulbCelsius / (243.04 + dryBulbCelsius)));
}
