using DcOps.Dashboard.Live.Past;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Past;

public sealed class PastFiguresTests
{
    // 21:07 in Beijing.
    static readonly DateTimeOffset At = new(2026, 11, 22, 13, 7, 0, TimeSpan.Zero);
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");
    static readonly Rack Rack = new(RackId.Parse("NJ-01/R01/A01"), Power.FromKilowatts(8));

    [Fact]
    public void A_facility_is_shown_as_its_minute_was_with_the_energy_of_its_day_until_the_last_whole_quarter()
    {
        var midnight = BusinessCalendar.Shanghai.DayOf(At).From;
        ImmutableArray<FacilityInterval> rows =
        [
            .. Enumerable.Range(0, 84).SelectMany(quarter => new[]
            {
                Interval(MeterRole.UtilityEntrance, midnight.AddMinutes(15 * quarter), 130),
                Interval(MeterRole.UpsOutput, midnight.AddMinutes(15 * quarter), 100),
            }),
        ];

        var shown = PastFigures.Facility(Facility(), At, new(Site, At, Mean(540_000), Mean(400_000), null, 11.5, 58), rows, []);

        Assert.Equal((540.0, 400.0, 1.35), (shown.TotalPower!.Value.Kilowatts, shown.ItPower!.Value.Kilowatts, shown.PowerRatio!.Value.Value));
        var figure = Assert.Single(shown.PueToday);
        Assert.Equal(1.3, figure.Value!.Value.Value, 9);
        Assert.Equal(1, figure.Completeness.Value);
        Assert.Equal((midnight, At.AddMinutes(-7)), (figure.From, figure.To));
        Assert.Equal(84 * 130, shown.FacilityEnergyToday!.Value.WattHours);
    }

    [Fact]
    public void What_history_does_not_keep_is_unknown_and_not_nothing()
    {
        var shown = PastFigures.Facility(Facility(), At, null, null, []);

        Assert.Null(shown.TotalPower);
        Assert.Null(shown.PowerRatio);
        Assert.Null(shown.FacilityEnergyToday);
        Assert.Empty(shown.PueToday);
        Assert.Null(shown.HottestInlet);
    }

    [Fact]
    public void A_rack_without_its_minute_is_not_live_and_in_no_sum()
    {
        var kept = PastFigures.Summary(Rack, new(Rack.Id, At, Mean(5_600), null, new Energy(93), IntervalQuality.Measured));
        var lost = PastFigures.Summary(Rack, null);

        Assert.Equal((Freshness.Live, 5_600.0, ConditionCode.Unknown), (kept.Freshness, kept.Power!.Value.Watts, kept.Condition));
        Assert.Equal((Freshness.Stale, null), (lost.Freshness, lost.Power));
    }

    [Fact]
    public void A_rack_has_the_energy_of_its_day_until_then()
    {
        ImmutableArray<RackMinute> day =
        [
            .. Enumerable.Range(1, 3).Select(minute => new RackMinute(Rack.Id, At.AddMinutes(minute - 3), Mean(6_000), Mean(24), minute == 2 ? null : new Energy(100), IntervalQuality.Measured)),
        ];

        var shown = PastFigures.Snapshot(Rack, At, day);

        Assert.Equal((200, 24.0, Freshness.Live), ((int)shown.EnergyToday!.Value.WattHours, shown.InletTemperature!.Value.Celsius, shown.Freshness));
        Assert.Equal((Freshness.Stale, null), (PastFigures.Snapshot(Rack, At.AddMinutes(1), day).Freshness, PastFigures.Snapshot(Rack, At.AddMinutes(1), day).Power));
    }

    static Facility Facility() => new(
        Site, CityCode.Parse("NJ"), new("一号", "One"), [new(Rack.Id.Room, new("一", "1"), [Rack])],
        [new("utility-1", MeterRole.UtilityEntrance), new("ups-1", MeterRole.UpsOutput)], null);

    static FacilityInterval Interval(MeterRole role, DateTimeOffset from, long wattHours) =>
        new(Site, role, from, new Energy(wattHours), Energy.Zero, IntervalQuality.Measured, 1, 1);

    static MinuteRollup Mean(double mean) => new(mean * 0.9, mean, mean * 1.1, mean);
}
