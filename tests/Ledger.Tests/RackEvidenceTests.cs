using DcOps.Domain.History;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger.Tests;

/// <summary>E_IT at the IT input from the rack PDUs' registers, as any other meter of the boundary.</summary>
public sealed class RackEvidenceTests
{
    static readonly FacilityId Id = TrialProvince.Nanjing;
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2025, 6, 3));

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Category_3_has_a_figure_an_evidence_row_and_a_balance_with_the_meter_above()
    {
        var ledger = LedgerOver(missing: 0);

        var evidence = (await ledger.EvidenceAsync(Id, new(ReportSpan.Day, Day), Token))!;

        Assert.Equal([PueCategory.Category1, PueCategory.Category3], evidence.Figures.Select(figure => figure.Category));
        Assert.Equal(140.0 / 98, evidence.Figures[1].Value!.Value.Value, 9);
        Assert.Equal(98_000L * 24, evidence.Figures[1].ItEnergy.WattHours);
        var racks = evidence.Meters.Single(meter => meter.Entry.Meter == RackRegister.Meter);
        Assert.Equal((96, 0, 98_000L * 24), (racks.Intervals[(int)IntervalQuality.Measured], racks.Missing, racks.Energy.WattHours));
        Assert.NotNull(racks.First);
        Assert.NotNull(racks.Last);
        Assert.Equal("ups", Assert.Single(evidence.Balances).Meter);
    }

    [Fact]
    public async Task Intervals_that_lack_a_rack_are_filled_like_those_of_any_meter_and_marked()
    {
        var ledger = LedgerOver(missing: 8);

        var evidence = (await ledger.EvidenceAsync(Id, new(ReportSpan.Day, Day), Token))!;

        var racks = evidence.Meters.Single(meter => meter.Entry.Meter == RackRegister.Meter);
        Assert.Equal(88, racks.Intervals[(int)IntervalQuality.Measured]);
        Assert.True(racks.Estimated.WattHours > 0 || racks.Missing > 0 || racks.Intervals[(int)IntervalQuality.Calculated] > 0);
    }

    [Fact]
    public async Task Its_readings_are_shown_and_a_statement_over_them_verifies()
    {
        var (ledger, time) = (LedgerOver(missing: 0), new DateTimeOffset(2025, 6, 20, 0, 0, 0, TimeSpan.Zero));
        await ledger.CloseAllAsync(Token);

        var readings = new List<RegisterReading>();
        await foreach (var reading in ledger.ReadingsAsync(Id, RackRegister.Meter, Day, Token))
            readings.Add(reading);
        var answer = await ledger.FileAsync(Id, PeriodKind.Day, Day, "regulator", Token);

        Assert.Equal(96, readings.Count);
        var filed = Assert.IsType<Contracts.Ledger.FilingAnswer.Filed>(answer).Statement;
        Assert.Empty(await ledger.VerifyAsync(filed.Id, Token));
        Assert.True(filed.FiledAt > time.AddDays(-30));
        var files = await ledger.FilesAsync(filed.Id, Token);
        Assert.Contains(RackRegister.Meter, files.Single(file => file.Name == StatementNames.Readings).Text, StringComparison.Ordinal);
    }

    static EnergyLedger LedgerOver(int missing)
    {
        var province = new TrialProvince(now: new(2025, 6, 20, 0, 0, 0, TimeSpan.Zero));
        var registry = new MeterRegistry(
        [
            .. province.Registry.Entries.Where(entry => entry.Facility == Id),
            TrialProvince.Meter(Id, RackRegister.Meter, MeterRole.ItInput, "ups"),
        ]);
        var store = new StoredReadings();
        foreach (var meter in new[] { "main", "ups" })
        {
            foreach (var reading in province.Books[Id].RawReadings(meter, new(Day.From.AddDays(-2), Day.To.AddDays(2))))
                store.Add([MeterReading.Of(Id, meter, reading)]);
        }

        for (var index = -96; index < 192; index++)
        {
            var known = index is >= 40 && index < 40 + missing ? 2 : 3;
            store.Intervals.Add(new(
                Id, MeterRole.ItInput, Day.From.AddMinutes(15 * index), new Energy(24_500), Energy.Zero, IntervalQuality.Measured, known, 3));
        }

        var settings = province.Parts.Settings with { Meters = registry };
        return new(province.Parts with { Books = new HistoryBooks(store, province.Parts.Desk, settings), Settings = settings });
    }
}
