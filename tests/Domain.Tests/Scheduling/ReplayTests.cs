using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Replay;

namespace DcOps.Domain.Tests.Scheduling;

public sealed class ReplayTests
{
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    static IntensitySeries Series(TimeSpan step, params ImmutableArray<double> values) => new(Monday, step, values);

    [Theory]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(60)]
    public void Saves_the_same_whatever_the_step(int minutes)
    {
        var perHour = 60 / minutes;
        var series = Series(TimeSpan.FromMinutes(minutes), [.. new double[] { 300, 100, 200, 300 }.SelectMany(value => Enumerable.Repeat(value, perHour))]);

        var saving = SlackReplay.Saving(
            series, [new(TimeSpan.Zero, TimeSpan.FromHours(1), 1)], SlackRule.Hours, TimeSpan.FromHours(3), isInterruptible: false, forecast: null);

        Assert.Equal(2.0 / 3, saving!.Value, precision: 9);
    }

    [Fact]
    public void Pausing_picks_the_best_steps_of_the_slack()
    {
        var series = Series(TimeSpan.FromHours(1), 300, 100, 300, 100);

        var saving = SlackReplay.Saving(
            series, [new(TimeSpan.Zero, TimeSpan.FromHours(2), 1)], SlackRule.Hours, TimeSpan.FromHours(2), isInterruptible: true, forecast: null);

        Assert.Equal(0.5, saving!.Value, precision: 9);
    }

    [Theory]
    [InlineData("2026-03-02T20:00Z", SlackRule.NextWorkday, "2026-03-03T09:00Z")]
    [InlineData("2026-03-06T18:00Z", SlackRule.NextWorkday, "2026-03-09T09:00Z")]
    [InlineData("2026-03-03T10:00Z", SlackRule.NextWorkday, "2026-03-03T10:00Z")]
    [InlineData("2026-03-02T10:00Z", SlackRule.SemiWeekly, "2026-03-05T09:00Z")]
    [InlineData("2026-03-05T10:00Z", SlackRule.SemiWeekly, "2026-03-09T09:00Z")]
    public void A_class_of_deadlines_ends_at_nine(string end, SlackRule rule, string latest) => Assert.Equal(
        DateTimeOffset.Parse(latest, System.Globalization.CultureInfo.InvariantCulture),
        SlackReplay.LatestEnd(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), rule, TimeSpan.Zero));

    [Fact]
    public void A_forecast_error_is_the_same_for_the_same_seed_and_spreads_as_asked()
    {
        var series = Series(TimeSpan.FromHours(1), [.. Enumerable.Repeat(100.0, 4000)]);

        var wrong = series.WithError(0.05, seed: 7);

        Assert.Equal(wrong.Values, series.WithError(0.05, seed: 7).Values);
        Assert.NotEqual(wrong.Values, series.WithError(0.05, seed: 8).Values);
        Assert.InRange(Math.Sqrt(wrong.Values.Average(value => Math.Pow(value - 100, 2))), 4.7, 5.3);
    }

    [Fact]
    public void A_gap_or_a_word_in_a_series_is_a_fault_with_file_line_and_column()
    {
        var faults = new List<CsvFault>();

        var series = ReplayCsv.Series(
            "carbon.csv", "at,g\n2026-03-02 00:00,1\n2026-03-02 00:15,2\n2026-03-02 00:45,3\n2026-03-02 00:30,x\n", "at", "g", faults);

        Assert.Null(series);
        Assert.Equal(["carbon.csv:4: at", "carbon.csv:5: g"], faults.Select(fault => $"{fault.File}:{fault.Line}: {fault.Column}"));
    }
}
