using DcOps.Domain.Alarms.Rules;

namespace DcOps.Domain.Tests.Alarms;

public sealed class TrendTests
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_rate_is_taken_over_a_whole_stretch_and_noise_within_it_does_not_count()
    {
        var window = new RateWindow();
        var rates = new List<double?>();
        for (var second = 0; second <= 180; second += 10)
            rates.Add(window.Take(AlarmScene.At(second), 20 + (second / 60.0) + (second % 20 == 0 ? 0 : 0.3), Minute));

        Assert.All(rates.Take(6), rate => Assert.Null(rate));
        Assert.All(rates.Skip(6), rate => Assert.InRange(rate!.Value, 0.65, 1.35));
        Assert.Equal(1, rates[^1]!.Value, 9);
    }

    [Fact]
    public void A_gap_begins_the_rate_anew()
    {
        var window = new RateWindow();
        window.Take(AlarmScene.At(0), 20, Minute);
        Assert.Equal(1, window.Take(AlarmScene.At(60), 21, Minute)!.Value, 9);

        Assert.Null(window.Take(AlarmScene.At(1_000), 35, Minute));
    }

    [Fact]
    public void A_value_stands_still_until_it_moves_by_more_than_its_resolution()
    {
        var watch = new UnchangedWatch();
        watch.Take(AlarmScene.At(0), 21.5, 0.1);

        Assert.Equal(Minute, watch.Take(AlarmScene.At(60), 21.55, 0.1));
        Assert.Equal(Minute * 2, watch.Take(AlarmScene.At(120), null, 0.1));
        Assert.Equal(TimeSpan.Zero, watch.Take(AlarmScene.At(180), 21.7, 0.1));
    }
}
