using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Ledger;

public sealed class MeterFoldTests
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));

    [Fact]
    public void Applies_the_transformers_that_the_registry_declares()
    {
        var entry = MeterOf.Role(MeterRole.UtilityEntrance, "main", current: new(400, 5));

        var series = Fold([entry], Read(0, 1_000_000), Read(15, 1_001_250), Read(30, 1_002_500));

        Assert.Equal((100_000, IntervalQuality.Measured), (series[0].WattHours, series[0].Quality));
        Assert.Equal(100_000, series[1].WattHours);
        Assert.Equal(IntervalQuality.Missing, series[2].Quality);
    }

    [Fact]
    public void A_change_of_transformers_counts_from_its_day_on()
    {
        var before = MeterOf.Role(MeterRole.UtilityEntrance, "main", current: new(400, 5), to: new(2026, 3, 2));
        var after = MeterOf.Role(MeterRole.UtilityEntrance, "main", current: new(800, 5), from: new(2026, 3, 2));

        var series = new MeterFold(IntervalGrid.Quarter).Fold(
            [before, after], [Read(-30, 1_000), Read(30, 1_400)], new(Day.From.AddMinutes(-30), Day.From.AddMinutes(30)), BusinessCalendar.Shanghai);

        Assert.Equal([8_000, 8_000, 16_000, 16_000], series.WattHours.ToArray());
    }

    [Fact]
    public void A_meter_that_the_registry_says_was_changed_opens_a_new_register()
    {
        var old = MeterOf.Role(MeterRole.UtilityEntrance, "main", serial: "A", to: new(2026, 3, 2));
        var @new = MeterOf.Role(MeterRole.UtilityEntrance, "main", serial: "B", from: new(2026, 3, 2));
        var fold = new MeterFold(IntervalGrid.Quarter);

        var series = fold.Fold(
            [old, @new],
            [Read(-15, 88_120_000, watts: 10_000), Read(0, 5_000, watts: 10_000), Read(15, 7_500, watts: 10_000)],
            new(Day.From.AddMinutes(-15), Day.From.AddMinutes(15)), BusinessCalendar.Shanghai);

        Assert.Equal([(2_500, IntervalQuality.Estimated), (2_500, IntervalQuality.Measured)], [(series[0].WattHours, series[0].Quality), (series[1].WattHours, series[1].Quality)]);
        Assert.Equal([RegisterVerdict.Swapped], fold.Events.Select(@event => @event.Verdict));
    }

    [Fact]
    public void Hours_are_the_sum_of_their_quarters_and_as_good_as_the_worst()
    {
        var series = Fold([MeterOf.Role(MeterRole.UtilityEntrance, "main")], Read(0, 0), Read(15, 100), Read(120, 800));

        var hours = series.Over(TimeSpan.FromHours(1));

        Assert.Equal((400, IntervalQuality.Interpolated), (hours[0].WattHours, hours[0].Quality));
        Assert.Equal((400, IntervalQuality.Interpolated), (hours[1].WattHours, hours[1].Quality));
        Assert.Equal(IntervalQuality.Missing, hours[2].Quality);
        Assert.Equal(800, series.Total.WattHours);
        Assert.Equal([1, 7, 0, 0, 88], series.CountByQuality());
    }

    [Fact]
    public void Readings_are_a_set_and_the_lower_of_two_contradictions_counts()
    {
        var readings = new MeterReadings();

        Assert.True(readings.Add(Read(0, 100)));
        Assert.False(readings.Add(Read(0, 100)));
        Assert.True(readings.Add(Read(0, 90)));
        Assert.True(readings.Add(Read(-20, 80)));
        Assert.True(readings.Add(Read(-40, 70)));
        Assert.True(readings.Add(Read(20, 120)));
        Assert.True(readings.Add(Read(40, 130)));

        Assert.Equal([80, 90, 120], readings.Around(Day.From.AddMinutes(-10), Day.From.AddMinutes(10)).Select(reading => reading.Position));
        Assert.Equal(1, readings.Contradictions);
    }

    [Fact]
    public void A_devices_clock_is_believed_within_five_minutes()
    {
        var received = Day.From;

        Assert.Equal((received.AddMinutes(-5), false), ClockCheck.Time(received.AddMinutes(-5), received));
        Assert.Equal((received, true), ClockCheck.Time(received.AddMinutes(5).AddSeconds(1), received));
        Assert.Equal((received, false), ClockCheck.Time(null, received));
    }

    static RegisterReading Read(double minute, double position, double? watts = null) =>
        new(Day.From.AddMinutes(minute), position, MeanWatts: watts);

    static EnergySeries Fold(RegisteredMeter[] entries, params RegisterReading[] readings) =>
        new MeterFold(IntervalGrid.Quarter).Fold(entries, readings, Day, BusinessCalendar.Shanghai);
}
