using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Years;

namespace DcOps.Simulator.Tests.Years;

public sealed class FacilityYearTests
{
    static readonly DateOnly First = new(2025, 11, 1);
    static readonly DateOnly End = new(2026, 3, 1);
    static readonly FacilityPlan Plan = ProvinceGenerator.Generate(new(2, 20), seed: 1).Facilities[0];

    [Fact]
    public void The_same_seed_tells_the_same_year()
    {
        var (one, other) = (Played(seed: 1), Played(seed: 1));

        Assert.Equal(one.Days, other.Days);
        Assert.All(one.Meters.Zip(other.Meters), pair => Assert.Equal(pair.First.Arrived, pair.Second.Arrived));
        Assert.NotEqual(one.Days, Played(seed: 2).Days);
    }

    [Fact]
    public void Every_kind_of_fault_happens_to_every_meter_within_four_months()
    {
        foreach (var meter in Played(seed: 1).Meters)
            Assert.Equal(Enum.GetValues<YearFaultKind>(), meter.Faults.Select(fault => fault.Kind).Distinct().Order());
    }

    [Fact]
    public void Late_readings_arrive_after_their_time_and_silent_hours_have_none()
    {
        var year = Played(seed: 1);
        foreach (var meter in year.Meters)
        {
            var silence = meter.Faults.First(fault => fault.Kind == YearFaultKind.Silence);
            var late = meter.Faults.First(fault => fault.Kind == YearFaultKind.LateDelivery);
            var arrived = meter.Arrived.ToList();

            Assert.DoesNotContain(arrived, reading => silence.Covers(reading.At));
            Assert.All(
                arrived.Where(reading => late.Covers(reading.At)),
                reading => Assert.Contains(arrived[..arrived.IndexOf(reading)], before => before.At > late.To));
        }
    }

    [Fact]
    public void The_ledger_finds_the_true_energy_behind_the_faults()
    {
        var year = Played(seed: 1);
        var book = new FacilityBook(
            Plan.Id, new(year.Meters.Select(meter => meter.Entry)), BusinessCalendar.Shanghai, ClosePolicy.Default);
        foreach (var meter in year.Meters)
        {
            foreach (var reading in meter.Arrived)
                book.Take(meter.Entry.Meter, reading);
        }

        var figure = PueFigure.Of(book.EnergyOf(year.Period), PueCategory.Category1, 0)!;
        var (facility, it) = (year.Days.Sum(day => day.FacilityWattHours), year.Days.Sum(day => day.ItWattHours));

        // What a reset or a change of meter swallowed is estimated from the power before and after it.
        Assert.InRange(figure.FacilityEnergy.WattHours / facility, 1 - 1e-4, 1 + 1e-4);
        Assert.InRange(figure.ItEnergy.WattHours / it, 1 - 1e-4, 1 + 1e-4);
        Assert.InRange(figure.Value!.Value.Value / (facility / it), 1 - 1e-4, 1 + 1e-4);
        Assert.Equal(1, figure.Completeness.Value);
    }

    [Fact]
    public void What_a_feed_carries_is_what_its_meters_below_count_and_its_transformer_loses()
    {
        var year = Played(seed: 1);

        var watch = Assert.Single(BalancesOf(year), balance => balance.Meter == "utility-1");

        // All of the four months but what was estimated at resets and changes; the transformer is the one thing between.
        Assert.True(watch.Compared > 0.99 * 120 * 96, $"{watch.Compared} quarters compared");
        Assert.InRange((watch.Residue / watch.Parent).Value, 0.001, 0.02);
        Assert.True(watch.Holds);
    }

    [Theory]
    [InlineData("ups-input-1", 0.9)]
    [InlineData("cooling-1", 0.5)]
    public void A_meter_that_tells_too_little_breaks_the_balance_of_its_feed(string meter, double told)
    {
        var watch = Assert.Single(BalancesOf(Played(seed: 1), meter, told), balance => balance.Meter == "utility-1");

        Assert.False(watch.Holds);
    }

    static ImmutableArray<BalanceWatch> BalancesOf(FacilityYear year, string? falsified = null, double told = 1)
    {
        var registry = new MeterRegistry(year.Meters.Select(meter => meter.Entry));
        var book = new FacilityBook(Plan.Id, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        foreach (var meter in year.Meters)
        {
            foreach (var reading in meter.Arrived)
                book.Take(meter.Entry.Meter, meter.Entry.Meter == falsified ? reading with { Position = reading.Position * told } : reading);
        }

        return PeriodMeasure.Of(book, year.Period, GapPolicy.Rated).Balances;
    }

    static FacilityYear Played(ulong seed)
    {
        var year = new FacilityYear(Plan, First, End, seed);
        year.Play();
        return year;
    }
}
