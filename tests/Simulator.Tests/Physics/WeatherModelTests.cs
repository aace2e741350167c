using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

public sealed class WeatherModelTests
{
    public static TheoryData<string> Cities => [.. JiangsuCities.All.Select(entry => entry.City.Code.Value)];

    [Theory]
    [MemberData(nameof(Cities))]
    public void Has_the_citys_mean_and_its_seasons(string city)
    {
        var climate = Climate(city);
        var model = new WeatherModel(climate, key: 5);

        var year = Mean(model, fromDay: 0, days: 364);
        var january = Mean(model, fromDay: 5, days: 28);
        var july = Mean(model, fromDay: 187, days: 28);

        Assert.Equal(climate.MeanCelsius, year, tolerance: 0.6);
        Assert.Equal(climate.MeanCelsius - climate.SwingCelsius, january, tolerance: 2.5);
        Assert.Equal(climate.MeanCelsius + climate.SwingCelsius, july, tolerance: 2);
    }

    [Fact]
    public void Is_warmer_and_relatively_drier_in_the_afternoon_than_at_dawn()
    {
        var model = new WeatherModel(Climate("NJ"), key: 5);
        var days = Enumerable.Range(0, 365).Select(day => SiteYear.Start.AddDays(day)).ToArray();

        var dawn = days.Select(day => model.At(day.AddHours(5))).ToArray();
        var afternoon = days.Select(day => model.At(day.AddHours(15))).ToArray();

        Assert.True(afternoon.Average(weather => weather.DryBulbCelsius) > dawn.Average(weather => weather.DryBulbCelsius) + 4);
        Assert.True(afternoon.Average(weather => weather.Humidity) < dawn.Average(weather => weather.Humidity) - 0.1);
    }

    [Fact]
    public void Tells_the_same_story_for_a_key_and_another_for_another()
    {
        var at = SiteYear.Start.AddDays(77).AddHours(3);

        var first = new WeatherModel(Climate("SZ"), key: 5).At(at);

        Assert.Equal(first, new WeatherModel(Climate("SZ"), key: 5).At(at));
        Assert.NotEqual(first, new WeatherModel(Climate("SZ"), key: 6).At(at));
    }

    [Fact]
    public void Changes_slowly()
    {
        var model = new WeatherModel(Climate("XZ"), key: 9);

        for (var minute = 0; minute < 3 * 1_440; minute++)
        {
            var now = model.At(SiteYear.Start.AddMinutes(minute)).DryBulbCelsius;
            var next = model.At(SiteYear.Start.AddMinutes(minute + 1)).DryBulbCelsius;

            Assert.InRange(next - now, -0.2, 0.2);
        }
    }

    static Climate Climate(string city) => JiangsuCities.All.Single(entry => entry.City.Code.Value == city).Climate;

    static double Mean(WeatherModel model, int fromDay, int days) =>
        Enumerable.Range(0, days * 24).Average(hour => model.At(SiteYear.Start.AddDays(fromDay).AddHours(hour)).DryBulbCelsius);
}
