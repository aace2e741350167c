using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Ledger;

public sealed class GapFillTests
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));

    static readonly MeterBoundary Tree = new MeterRegistry([
        MeterOf.Role(MeterRole.UtilityEntrance, "main"), MeterOf.Role(MeterRole.UpsOutput, "ups", "main"),
        MeterOf.Role(MeterRole.Cooling, "cooling", "main"), MeterOf.Role(MeterRole.PduOutput, "pdu", "ups"),
    ]).BoundaryOf(MeterOf.Facility, new(2026, 3, 2));

    [Fact]
    public void A_balance_fills_the_only_unknown_child_and_what_that_makes_known()
    {
        var series = Series(("main", [500]), ("ups", [null]), ("cooling", [330]), ("pdu", [null]));

        var filled = BalanceFill.Apply(Tree, series, Day);

        Assert.Equal(2, filled);
        Assert.Equal((170, IntervalQuality.Calculated), (series["ups"][0].WattHours, series["ups"][0].Quality));
        Assert.Equal((170, IntervalQuality.Calculated), (series["pdu"][0].WattHours, series["pdu"][0].Quality));
    }

    [Fact]
    public void A_balance_outside_the_boundarys_days_is_none()
    {
        var series = Series(("main", [500]), ("ups", [null]), ("cooling", [330]), ("pdu", [null]));

        Assert.Equal(0, BalanceFill.Apply(Tree, series, new(Day.From.AddMinutes(15), Day.To)));
    }

    [Fact]
    public void Power_samples_fill_an_interval_that_they_cover_whole()
    {
        var series = Series(("ups", [null, 7, null, null]))["ups"];
        PowerSample At(double minute, double kilowatts) => new(Day.From.AddMinutes(minute), Power.FromKilowatts(kilowatts));

        var filled = PowerFill.Apply(series, [At(0, 10), At(15, 14), At(30, 12), At(45, 12), At(61, 12)]);

        Assert.Equal(2, filled);
        Assert.Equal((3_000, 3_000, IntervalQuality.Estimated), (series[0].WattHours, series[0].EstimatedWattHours, series[0].Quality));
        Assert.Equal(7, series[1].WattHours);
        Assert.Equal(IntervalQuality.Missing, series[3].Quality);
    }

    [Fact]
    public void The_same_interval_of_the_weeks_before_fills_the_rest()
    {
        var history = new EnergySeries(new(Day.From.AddDays(-28), Day.To), IntervalGrid.Quarter);
        foreach (var (week, energy) in new[] { (1, 100), (2, 400), (3, 120), (4, 140) })
            history.Put(new(Day.From.AddDays(-7 * week), energy, 0, IntervalQuality.Measured));
        history.Put(new(Day.From.AddDays(-7).AddMinutes(15), 900, 900, IntervalQuality.Estimated));
        history.Put(new(Day.From.AddDays(-14).AddMinutes(15), 900, 0, IntervalQuality.Measured));

        var filled = WeekFill.Apply(history, history, _ => 1.1);

        var index = history.IndexOf(Day.From);
        Assert.Equal((143, IntervalQuality.Estimated), (history[index].WattHours, history[index].Quality));
        Assert.Equal(IntervalQuality.Missing, history[index + 1].Quality);
        Assert.True(filled >= 1);
    }

    [Fact]
    public void Weather_scales_by_days_that_were_as_warm()
    {
        var monday = new DateOnly(2026, 3, 2);
        var scale = new WeatherScale(Enumerable.Range(1, 28).ToDictionary(
            back => monday.AddDays(-back), back => back % 7 == 0 ? (10.0, 100L) : back == 3 ? (20.0, 150L) : (0.0, 50L)));

        Assert.Equal(1.5, scale.Of(monday, celsius: 19));
        Assert.Equal(1, scale.Of(monday, celsius: 35));
    }

    [Fact]
    public void The_watch_finds_children_that_exceed_their_parent_and_ignores_what_was_calculated()
    {
        var series = Series(("main", [1_000, 1_000, 1_000]), ("ups", [600, 700, null]), ("cooling", [370, 400, 300]), ("pdu", [590, 690, 690]));
        BalanceFill.Apply(Tree, series, Day);

        var watch = BalanceWatch.Of(Tree, series, Day).Single(each => each.Meter == "main");

        Assert.Equal((2, 1), (watch.Compared, watch.ChildrenAbove));
        Assert.Equal(-70, watch.Residue.WattHours);
        Assert.False(watch.Holds);
        Assert.True(BalanceWatch.Of(Tree, series, Day).Single(each => each.Meter == "ups").Holds);
    }

    static Dictionary<string, EnergySeries> Series(params (string Meter, long?[] WattHours)[] meters) => meters.ToDictionary(
        meter => meter.Meter,
        meter =>
        {
            var series = new EnergySeries(Day, IntervalGrid.Quarter);
            for (var index = 0; index < meter.WattHours.Length; index++)
            {
                if (meter.WattHours[index] is { } known)
                    series.Put(index, known, 0, IntervalQuality.Measured);
            }

            return series;
        },
        StringComparer.Ordinal);
}
