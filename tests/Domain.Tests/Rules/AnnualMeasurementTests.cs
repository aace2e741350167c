using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Tests.Kpis;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Rules;

public sealed class AnnualMeasurementTests
{
    static readonly BusinessPeriod Year = BusinessCalendar.Shanghai.Year(2025);
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));

    [Fact]
    public void Missing_intervals_are_bounded_by_the_rating_and_never_guessed()
    {
        var (registry, series) = Scene(missing: 24);

        var bounds = RoleBounds.Of(
            MeterOf.Facility, registry, series, Day, BusinessCalendar.Shanghai, MeterRole.UpsOutput, GapPolicy.Rated);

        Assert.Equal((72 * 25_000, (72 * 25_000) + (24 * 50_000)), (bounds.Low.WattHours, bounds.High.WattHours));
    }

    [Fact]
    public void Another_policy_is_tighter_and_has_a_name()
    {
        var (registry, series) = Scene(missing: 24);

        var bounds = RoleBounds.Of(
            MeterOf.Facility, registry, series, Day, BusinessCalendar.Shanghai, MeterRole.UpsOutput, GapPolicy.Observed);

        Assert.Equal((96 * 25_000, 96 * 25_000), (bounds.Low.WattHours, bounds.High.WattHours));
        Assert.Equal("observed", GapPolicy.Observed.Name);
    }

    [Fact]
    public void Estimates_are_believed_or_bounded_as_the_policy_says()
    {
        var (registry, series) = Scene(missing: 0);
        series["ups"].Put(0, 25_000, 25_000, IntervalQuality.Estimated);

        EnergyBounds Bounds(GapPolicy policy) => RoleBounds.Of(
            MeterOf.Facility, registry, series, Day, BusinessCalendar.Shanghai, MeterRole.UpsOutput, policy);

        Assert.Equal(Bounds(GapPolicy.Rated).Low, Bounds(GapPolicy.Rated).High);
        Assert.Equal(50_000, Bounds(GapPolicy.Rated.Strict).High.WattHours - Bounds(GapPolicy.Rated.Strict).Low.WattHours);
    }

    [Fact]
    public void The_interval_holds_the_value_and_never_falls_below_one()
    {
        var interval = PueInterval.Of(new(new(900), new(1_400)), new(new(900), new(1_100)), new ExactRatio(1_300, 1_000));

        Assert.Equal((1.0, 1_400.0 / 900), (interval.Low!.Value.Value, interval.High!.Value.Value));
        Assert.Null(PueInterval.Of(new(new(900), new(1_400)), new(new(0), new(1_100)), null).High);
    }

    [Fact]
    public void A_year_without_gaps_is_a_point()
    {
        var measured = Measure(1_300, 1_000);

        Assert.Null(measured.Doubt);
        Assert.Equal((1.3, 1.3, 1.3), (measured.Low!.Value.Value, measured.Value!.Value.Value, measured.High!.Value.Value));
        Assert.Equal(0.0184, measured.HalfWidth!.Value, 4);
    }

    [Fact]
    public void What_speaks_against_a_figure_is_said()
    {
        var broken = new BalanceWatch("main", new(1_000), new(970), 96, 0);

        Assert.Equal("the balance of main is off by 3.0 %", Measure(1_300, 1_000, balances: [broken]).Doubt);
        Assert.Equal("a ratio of 0.9900 is a metering fault", Measure(990, 1_000).Doubt);
        Assert.Equal("a ratio of 3.1000 is a metering fault", Measure(3_100, 1_000).Doubt);
        Assert.Equal("31 days are no year", Measure(1_300, 1_000, to: Year.From.AddDays(31)).Doubt);
        Assert.Equal("categories contradict each other: IT energy grows downstream", Measure(1_300, 1_000, pdu: 1_010).Doubt);
        Assert.Null(Measure(1_300, 1_000, pdu: 990).Doubt);
        Assert.Equal("no Category3 energy is known", AnnualMeasurement.Of(Period(1_300, 1_000), PueCategory.Category3, default, default, null, []).Doubt);
    }

    static RuleMeasurement Measure(
        int facility, int it, int? pdu = null, DateTimeOffset? to = null, BalanceWatch[]? balances = null)
    {
        var (above, below) = (Energy.FromKilowattHours(facility), Energy.FromKilowattHours(it));
        var half = new MeteringChain(0.5).Uncertainty;
        return AnnualMeasurement.Of(
            Period(facility, it, pdu, to), PueCategory.Category1, new(above, above), new(below, below), PueUncertainty.Of(half, half),
            balances ?? []);
    }

    static FacilityPeriod Period(int facility, int it, int? pdu = null, DateTimeOffset? to = null)
    {
        var rows = new List<FacilityInterval> { PeriodOf.Row(MeterRole.UtilityEntrance, 0, facility), PeriodOf.Row(MeterRole.UpsOutput, 0, it) };
        if (pdu is { } energy)
            rows.Add(PeriodOf.Row(MeterRole.PduOutput, 0, energy));
        return FacilityPeriod.Of(rows.Select(row => row with { From = Year.From }), Year.From, to ?? Year.To, []);
    }

    static (MeterRegistry Registry, Dictionary<string, EnergySeries> Series) Scene(int missing)
    {
        var series = new EnergySeries(Day, IntervalGrid.Quarter);
        for (var index = missing; index < series.Count; index++)
            series.Put(index, 25_000, 0, IntervalQuality.Measured);
        return (new([MeterOf.Role(MeterRole.UpsOutput, "ups", ratedKilowatts: 200)]), new(StringComparer.Ordinal) { ["ups"] = series });
    }
}
