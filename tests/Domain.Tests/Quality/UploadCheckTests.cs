using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Quality;

public sealed class UploadCheckTests
{
    [Theory]
    [Trait("Vector", "U01")]
    [InlineData(21, 87.50, false)]
    [InlineData(22, 91.67, true)]
    public void Needs_ninety_percent_of_the_hourly_items(int received, double percent, bool passes)
    {
        var (value, isEnough) = UploadCheck.Completeness(received, 24)!.Value;

        Assert.Equal(percent, value.Percent, 2);
        Assert.Equal(passes, isEnough);
    }

    [Theory]
    [Trait("Vector", "U02")]
    [InlineData(300_000, 3.23, true)]
    [InlineData(290_000, 6.45, false)]
    public void Needs_the_days_to_add_up_to_the_month_within_five_percent(int days, double percent, bool passes)
    {
        var (value, isCloseEnough) = UploadCheck.DaysAgainstMonth(new(310_000), new(days))!.Value;

        Assert.Equal(percent, value.Percent, 2);
        Assert.Equal(passes, isCloseEnough);
    }

    [Theory]
    [Trait("Vector", "U03")]
    [InlineData(45, true)]
    [InlineData(70, false)]
    [InlineData(-60, true)]
    public void Needs_a_daily_position_within_a_minute_of_midnight(int seconds, bool passes)
    {
        var midnight = BusinessCalendar.Shanghai.Day(new(2026, 3, 1)).From;

        Assert.Equal(passes, UploadCheck.IsAtDayBoundary(midnight.AddSeconds(seconds), midnight));
    }
}
