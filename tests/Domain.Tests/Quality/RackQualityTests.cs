using DcOps.Domain.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Quality;

public sealed class RackQualityTests
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 10, 5));
    static readonly RackId Rack = RackId.Parse("NJ-01/R01/A01");

    [Fact]
    public void A_day_is_counted_minute_by_minute_with_its_longest_gap()
    {
        var minutes = Enumerable.Range(0, 1_440).Where(minute => minute is < 600 or >= 660).Where(minute => minute != 1_000)
            .Select(minute => Minute(minute, minute < 1_200 ? IntervalQuality.Measured : IntervalQuality.Estimated));

        var quality = RackQuality.Of(Rack, minutes, Day, Day.To.AddDays(40));

        Assert.Equal((1_440, 1_379, 1_139, 240, 61), (quality.Due, quality.Power, quality.Measured, quality.Estimated, quality.Unknown));
        Assert.Equal(1_379.0 / 1_440, quality.Completeness!.Value.Value);
        Assert.Equal(TimeSpan.FromMinutes(60), quality.LongestGap);
        Assert.Equal(Day.To.AddMinutes(-1), quality.Last);
        Assert.Null(quality.Inlet);
    }

    [Fact]
    public void Of_the_running_day_only_what_is_over_is_due()
    {
        var quality = RackQuality.Of(Rack, Enumerable.Range(0, 90).Select(minute => Minute(minute, IntervalQuality.Measured)), Day, Day.From.AddMinutes(100.5));

        Assert.Equal((100, 90), (quality.Due, quality.Power));
        Assert.Equal(10, (int)quality.LongestGap.TotalMinutes);
    }

    [Fact]
    public void A_day_of_which_nothing_came_is_a_gap_as_long_as_itself()
    {
        var quality = RackQuality.Of(Rack, [], Day, Day.To);

        Assert.Equal((0.0, TimeSpan.FromDays(1), null, 1_440), (quality.Completeness!.Value.Value, quality.LongestGap, quality.Last, quality.Unknown));
        Assert.Null(RackQuality.Of(Rack, [], Day, Day.From).Completeness);
    }

    [Fact]
    public void A_minute_of_energy_without_power_is_measured_and_still_a_gap_in_the_power()
    {
        var quality = RackQuality.Of(Rack, [Minute(0, IntervalQuality.Interpolated) with { Power = null }], Day, Day.From.AddMinutes(1));

        Assert.Equal((0, 1, 0), (quality.Power, quality.Measured, quality.Unknown));
        Assert.Equal(TimeSpan.FromMinutes(1), quality.LongestGap);
    }

    static RackMinute Minute(int minute, IntervalQuality quality) =>
        new(Rack, Day.From.AddMinutes(minute), new(5_000, 5_000, 5_000, 5_000), null, new Energy(83), quality);
}
