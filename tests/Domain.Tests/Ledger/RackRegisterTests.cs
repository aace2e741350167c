using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Ledger;

public sealed class RackRegisterTests
{
    static readonly FacilityId Facility = FacilityId.Parse("NJ-01");
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 1));

    [Fact]
    public void Intervals_of_all_racks_become_the_positions_of_one_register()
    {
        var readings = RackRegister.Of([Row(0, 100), Row(1, 40), Row(2, 7)]).ToList();

        Assert.Equal([0.0, 100, 140, 147], readings.Select(reading => reading.Position));
        Assert.Equal([0, 15, 30, 45], readings.Select(reading => (int)(reading.At - Day.From).TotalMinutes));
        Assert.Single(readings.Select(reading => reading.Serial).Distinct());
    }

    [Fact]
    public void What_was_estimated_or_lacks_a_rack_is_left_out_and_the_register_begins_anew()
    {
        var readings = RackRegister.Of(
        [
            Row(0, 100), Row(1, 40) with { MetersKnown = 1 }, Row(2, 7) with { Estimated = new(2) },
            Row(3, 9) with { Quality = IntervalQuality.Estimated }, Row(4, 50) with { Role = MeterRole.UpsOutput }, Row(5, 3),
        ]).ToList();

        Assert.Equal([0.0, 100, 0, 3], readings.Select(reading => reading.Position));
        Assert.Equal(2, readings.Select(reading => reading.Serial).Distinct().Count());
    }

    [Fact]
    public void A_registry_that_declares_the_racks_has_category_3_with_what_was_proven_and_no_more()
    {
        var registry = new MeterRegistry(
        [
            new(
                Facility, RackRegister.Meter, MeterRole.ItInput, MeterCarrier.Electricity, null, null, null, 1_000_000, 1, null, 1.0, null, null,
                null, false, new(2026, 1, 1), null),
        ]);
        var book = new FacilityBook(Facility, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        foreach (var reading in RackRegister.Of(Enumerable.Range(0, 96).Where(index => index is < 40 or >= 44).Select(index => Row(index, 1_000 + index))))
            book.Take(RackRegister.Meter, reading);

        var energy = book.EnergyOf(Day)[MeterRole.ItInput]!.Value;
        var evidence = MeterEvidence.Of(book, Day);

        Assert.Equal(92, energy.IntervalsComplete);
        Assert.Equal(Enumerable.Range(0, 96).Where(index => index is < 40 or >= 44).Sum(index => 1_000L + index), energy.Filled.WattHours);
        var row = Assert.Single(evidence);
        Assert.Equal((RackRegister.Meter, 4, 92), (row.Entry.Meter, row.Missing, row.Intervals[(int)IntervalQuality.Measured]));
    }

    [Fact]
    public void A_meter_of_its_name_stands_at_the_it_input_alone()
    {
        var fault = Assert.Throws<ArgumentException>(() => new MeterRegistry(
        [
            new(
                Facility, RackRegister.Meter, MeterRole.UpsOutput, MeterCarrier.Electricity, null, null, null, 1_000_000, 1, null, 1.0, null, null,
                null, false, new(2026, 1, 1), null),
        ]));

        Assert.Contains("it-input", fault.Message, StringComparison.Ordinal);
    }

    static FacilityInterval Row(int index, long wattHours) => new(
        Facility, MeterRole.ItInput, Day.From.AddMinutes(15 * index), new Energy(wattHours), Energy.Zero, IntervalQuality.Measured, 3, 3);
}
