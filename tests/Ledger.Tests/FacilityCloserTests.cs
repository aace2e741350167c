using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Ledger.Tests;

public sealed class FacilityCloserTests
{
    static readonly BusinessPeriod March = BusinessCalendar.Shanghai.Month(2025, 3);

    readonly TrialProvince _province = new();
    readonly StoredReadings _store = new();
    readonly LedgerParts _parts;
    readonly FacilityCloser _closer;

    public FacilityCloserTests()
    {
        _store.Add(
        [
            .. Readings("main", 140), .. Readings("ups", 100),
        ]);
        _parts = _province.Parts with { Books = new HistoryBooks(_store, _province.Parts.Desk, _province.Parts.Settings) };
        _closer = new(TrialProvince.Nanjing, _parts);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Closes_days_and_months_when_they_are_due_and_nothing_twice()
    {
        var first = await _closer.CloseDueAsync(March.To.AddDays(5), Token);
        var again = await _closer.CloseDueAsync(March.To.AddDays(5), Token);

        Assert.Equal((33, 1, 0), (Count(first, PeriodKind.Day), Count(first, PeriodKind.Month), Count(first, PeriodKind.Year)));
        Assert.Empty(again);
        Assert.Equal(1.4, first.Single(closed => closed.Kind == PeriodKind.Month).Current.Totals.Figures[0].Value!.Value.Value, 9);
    }

    [Fact]
    public async Task Closes_nothing_while_the_store_is_away_and_all_of_it_when_it_is_back()
    {
        _store.IsAway = true;
        await Assert.ThrowsAsync<HistoryUnavailableException>(() => _closer.CloseDueAsync(March.To.AddDays(5), Token));
        Assert.Empty(await _parts.Records.ClosedAsync(null, PeriodKind.Day, March, Token));

        _store.IsAway = false;

        Assert.Equal(34, (await _closer.CloseDueAsync(March.To.AddDays(5), Token)).Length);
    }

    [Fact]
    public async Task Late_readings_restate_the_days_between_their_neighbours_and_leave_the_old_figure()
    {
        var (from, to) = (March.From.AddDays(9), March.From.AddDays(12));
        _store.RemoveWhere(row => row.Meter == "ups" && row.At > from && row.At < to);
        await _closer.CloseDueAsync(March.To.AddDays(5), Token);

        // The load was not even: half of it in the middle day.
        var late = new MeterReading(TrialProvince.Nanjing, "ups", from.AddDays(1), PositionAt(from, 100) + 600_000, null, null, null, null);
        _store.Add([late]);
        await _parts.Records.NoteChangeAsync(TrialProvince.Nanjing, late.At, late.At, March.To.AddDays(6), "late data", Token);
        var restated = await _closer.CloseDueAsync(March.To.AddDays(6), Token);

        Assert.All(restated.Where(closed => closed.Current.Number > 1), closed => Assert.Equal("late data", closed.Current.Reason));
        Assert.Equal(
            [10, 11, 12],
            restated.Where(closed => closed is { Kind: PeriodKind.Day, Current.Number: 2 })
                .Select(closed => BusinessCalendar.Shanghai.LocalDate(closed.Period.From).Day));
        var day = restated.First(closed => closed is { Kind: PeriodKind.Day, Current.Number: 2 });
        Assert.Equal((2_400_000, 600_000), (day[1].Totals.Figures[0].ItEnergy.WattHours, day[2].Totals.Figures[0].ItEnergy.WattHours));
        Assert.Empty(await _closer.CloseDueAsync(March.To.AddDays(6), Token));
        Assert.Empty(await _parts.Records.OpenChangesAsync(TrialProvince.Nanjing, Token));
    }

    [Fact]
    public async Task Two_who_close_at_once_keep_one_revision()
    {
        var other = new FacilityCloser(TrialProvince.Nanjing, _parts);

        await Task.WhenAll(_closer.CloseDueAsync(March.To.AddDays(5), Token), other.CloseDueAsync(March.To.AddDays(5), Token));

        Assert.All(await _parts.Records.ClosedAsync(null, PeriodKind.Day, March, Token), day => Assert.Single(day.Revisions));
    }

    static int Count(ImmutableArray<ClosedPeriod> closed, PeriodKind kind) => closed.Count(period => period.Kind == kind);

    static double PositionAt(DateTimeOffset at, double kilowatts) => kilowatts * 1_000 * (at - March.From.AddDays(-1)).TotalHours;

    static IEnumerable<MeterReading> Readings(string meter, double kilowatts)
    {
        for (var at = March.From; at <= March.To.AddDays(3); at += TimeSpan.FromHours(1))
            yield return MeterReading.Of(TrialProvince.Nanjing, meter, new RegisterReading(at, PositionAt(at, kilowatts)));
    }
}
