namespace DcOps.Simulator.Physics;

/// <summary>
/// Weather of a city as a function of the instant: the year's wave (coldest in the second half of January), the day's wave
/// (warmest at 15:00), fronts that pass within days, and clouds within hours. Air holds less of its moisture relatively
/// when it warms: humidity moves against the day's temperature.
/// </summary>
public sealed class WeatherModel(Climate climate, ulong key)
{
    const double ColdestDay = 20;
    const double DaysOfYear = 365.25;

    readonly ulong _fronts = SeededNoise.Key(key, "fronts");
    readonly ulong _clouds = SeededNoise.Key(key, "clouds");
    readonly ulong _moisture = SeededNoise.Key(key, "moisture");

    public Weather At(DateTimeOffset instant)
    {
        var local = LocalTime.Of(instant);
        var days = instant.ToUnixTimeSeconds() / 86_400.0;
        var season = -Math.Cos(2 * Math.PI * (local.DayOfYear - ColdestDay) / DaysOfYear);
        var afternoon = Math.Cos(2 * Math.PI * (local.Hour - 15) / 24);

        // Cold waves of winter are stronger than the fronts of the summer monsoon.
        var fronts = (3.4 - (1.4 * season)) * SeededNoise.Smooth(_fronts, days / 2.5);
        var clouds = 0.7 * SeededNoise.Smooth(_clouds, days * 6);
        var dryBulb = climate.MeanCelsius + (climate.SwingCelsius * season)
            + (climate.DailySwingCelsius * afternoon) + fronts + clouds;
        var humidity = climate.Humidity + (0.04 * season) - (0.13 * afternoon)
            + (0.12 * SeededNoise.Smooth(_moisture, days / 1.5));
        return new(dryBulb, Math.Clamp(humidity, 0.25, 0.98));
    }
}
