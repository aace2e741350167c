using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
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

    static FacilityYear Played(ulong seed)
    {
        var year = new FacilityYear(Plan, First, End, seed);
        year.Play();
        return year;
    }
}
