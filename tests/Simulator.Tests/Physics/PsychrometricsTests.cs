using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

public sealed class PsychrometricsTests
{
    [Fact]
    public void Wet_bulb_is_that_of_stulls_worked_example()
    {
        var wetBulb = Psychrometrics.WetBulb(dryBulbCelsius: 20, humidity: 0.50);

        Assert.Equal(13.7, wetBulb, tolerance: 0.05);
    }

    [Fact]
    public void Dew_point_of_air_of_25_degrees_and_50_percent_is_13_9_degrees()
    {
        var dewPoint = Psychrometrics.DewPoint(dryBulbCelsius: 25, humidity: 0.50);

        Assert.Equal(13.9, dewPoint, tolerance: 0.05);
    }

    [Fact]
    public void Humidity_and_dew_point_undo_each_other()
    {
        var dewPoint = Psychrometrics.DewPoint(dryBulbCelsius: 31, humidity: 0.64);

        Assert.Equal(0.64, Psychrometrics.Humidity(31, dewPoint), tolerance: 1e-9);
    }

    [Fact]
    public void Wet_bulb_never_exceeds_the_dry_bulb_and_rises_with_humidity()
    {
        for (var celsius = -5.0; celsius <= 40; celsius += 2.5)
        {
            double[] wetBulbs = [.. new[] { 0.3, 0.5, 0.7, 0.98 }.Select(humidity => Psychrometrics.WetBulb(celsius, humidity))];

            Assert.All(wetBulbs, wetBulb => Assert.True(wetBulb <= celsius));
            Assert.Equal(wetBulbs.Order(), wetBulbs);
        }
    }
}
