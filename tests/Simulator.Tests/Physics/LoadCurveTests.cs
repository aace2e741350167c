using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

public sealed class LoadCurveTests
{
    // 2026-11-25 is a Wednesday, 2026-11-28 a Saturday.
    const int Wednesday = 25;
    const int Saturday = 28;

    [Fact]
    public void Of_a_cloud_is_highest_in_the_evening_and_lowest_before_dawn()
    {
        var evening = At(SiteKind.Cloud, Wednesday, 21);
        var noon = At(SiteKind.Cloud, Wednesday, 12);
        var night = At(SiteKind.Cloud, Wednesday, 4);

        Assert.True(evening > noon && noon > night);
    }

    [Fact]
    public void Of_finance_follows_the_market_on_working_days_and_batches_every_night()
    {
        var trading = At(SiteKind.Finance, Wednesday, 11);
        var weekend = At(SiteKind.Finance, Saturday, 11);
        var batch = At(SiteKind.Finance, Saturday, 2.5);
        var dawn = At(SiteKind.Finance, Saturday, 6.5);

        Assert.True(trading > weekend + 0.2);
        Assert.True(batch > dawn + 0.1);
    }

    [Fact]
    public void Of_government_rests_at_the_weekend()
    {
        var office = At(SiteKind.Government, Wednesday, 10);

        Assert.True(office > At(SiteKind.Government, Saturday, 10) + 0.15);
        Assert.True(office > At(SiteKind.Government, Wednesday, 22) + 0.15);
    }

    [Fact]
    public void Of_ai_training_does_not_know_the_hour()
    {
        var hours = Enumerable.Range(0, 24).Select(hour => At(SiteKind.AiTraining, Wednesday, hour)).Distinct();

        Assert.Single(hours);
    }

    [Fact]
    public void Has_no_jump_at_midnight_between_a_working_day_and_the_weekend()
    {
        var midnight = new DateTimeOffset(2026, 11, Saturday, 0, 0, 0, TimeSpan.FromHours(8));

        foreach (var kind in Enum.GetValues<SiteKind>())
        {
            var before = LoadCurve.At(kind, LocalTime.Of(midnight.AddSeconds(-1)));
            var after = LoadCurve.At(kind, LocalTime.Of(midnight.AddSeconds(1)));

            Assert.Equal(before, after, tolerance: 0.001);
        }
    }

    static double At(SiteKind kind, int day, double hour) =>
        LoadCurve.At(kind, LocalTime.Of(new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.FromHours(8)).AddHours(hour)));
}
