using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger.Tests;

/// <summary>The figure of the running day against the ledger's, from the same batches.</summary>
public sealed class RunningDayTests
{
    static readonly FacilityId Id = FacilityId.Parse("NJ-01");
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Snapshot_and_ledger_say_the_same_pue_of_the_same_intervals(int seed)
    {
        var random = new Random(seed);
        var facility = new Facility(
            Id, CityCode.Parse("NJ"), new("南京一号", "Nanjing 1"), [],
            [new("main", MeterRole.UtilityEntrance), new("ups", MeterRole.UpsOutput)], Power.FromKilowatts(1_000));
        var (state, store) = (FacilityState.New(facility), new StoredReadings());
        var (sequence, main, ups) = (0L, 7_000_000.0, 5_000_000.0);
        var end = Day.From.AddHours(6).AddSeconds(7);
        for (var at = Day.From.AddMinutes(-3).AddSeconds(7); at <= end; at += TimeSpan.FromSeconds(10))
        {
            (main, ups) = (main + (1_000 * random.NextDouble()), ups + (700 * random.NextDouble()));
            Fold(state, ++sequence, at, ("main", main), ("ups", ups));
            store.Add(state.TakeRows(at.AddSeconds(1)).MeterReadings);
            state.Snapshot(at.AddSeconds(1));
        }

        var figure = Assert.Single(state.Snapshot(end.AddSeconds(1)).PueToday);
        store.Add(state.TakeRows(end.AddHours(1)).MeterReadings);

        var inventory = new Inventory(ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new(facility.City, facility.Name, null, null)], [facility]);
        var books = new HistoryBooks(
            store, new DeskRecords(new MemoryArchive(), "JS"), LedgerSettings.Shipped(BoundaryRegistry.Of(inventory)));
        var period = new BusinessPeriod(figure.From, figure.To);
        var book = await books.OpenAsync(Id, period, Token);
        var ledger = PueFigure.Of(book.EnergyOf(period), PueCategory.Category1, 0)!;
        Assert.Equal((Day.From, Day.From.AddHours(6)), (figure.From, figure.To));
        // Each is rounded to the watt-hour where it begins and ends.
        Assert.InRange(ledger.FacilityEnergy.WattHours - figure.FacilityEnergy.WattHours, -2, 2);
        Assert.InRange(ledger.ItEnergy.WattHours - figure.ItEnergy.WattHours, -2, 2);
        Assert.Equal(figure.Value!.Value.Value, ledger.Value!.Value.Value, 5);
        Assert.Equal((figure.Completeness, figure.EstimatedShare, figure.Grade), (ledger.Completeness, ledger.EstimatedShare, ledger.Grade));
        Assert.InRange(store.Asked, 1, 5);
    }

    static void Fold(FacilityState state, long sequence, DateTimeOffset at, params (string Device, double Position)[] meters) => state.Fold(
        new(
            "nj-01", sequence, Location.PlantOf(Id), at,
            [.. meters.Select(meter => new Reading(PointId.Total(meter.Device, Quantity.ActiveEnergy), meter.Position, at, ReadingQuality.Good))],
            [.. meters.Select(meter => new RegisterTraits(PointId.Total(meter.Device, Quantity.ActiveEnergy), 1, null, 2_000_000, false, null))]),
        at.AddSeconds(1));
}
