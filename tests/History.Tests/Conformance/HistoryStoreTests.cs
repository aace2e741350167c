using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Conformance;

/// <summary>What the ports promise, asked of every store: values, keys, order and periods.</summary>
public abstract class HistoryStoreTests : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected StoreUnderTest Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (Store is not null)
            await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_rack_minute_comes_back_as_it_was_written()
    {
        var row = RackMinute();

        await WriteAsync(Batch(row));

        Assert.Equal([row], await RackMinutesAsync());
    }

    [Fact]
    public async Task Every_digit_of_a_mean_comes_back()
    {
        Assert.SkipUnless(Store.KeepsEveryDigit, "this store rounds doubles; see silo/History/README.md");
        var row = RackMinute() with { Power = new(0.1, 10 / 3.0, double.MaxValue, double.Epsilon) };

        await WriteAsync(Batch(row));

        Assert.Equal([row], await RackMinutesAsync());
    }

    [Theory]
    [InlineData(null, 23.5, 66L)]
    [InlineData(4_000.0, null, 66L)]
    [InlineData(4_000.0, 23.5, null)]
    [InlineData(null, null, null)]
    [InlineData(0.0, 0.0, 0L)]
    public async Task What_was_unknown_of_a_rack_stays_unknown_and_zero_stays_zero(double? watts, double? celsius, long? wattHours)
    {
        var row = RackMinute(watts: watts, celsius: celsius, wattHours: wattHours);

        await WriteAsync(Batch(row));

        Assert.Equal([row], await RackMinutesAsync());
    }

    [Theory]
    [InlineData(1_200_000.0, -3.5, 98)]
    [InlineData(null, null, 0)]
    [InlineData(1_200_000.0, null, 98)]
    [InlineData(null, 0.0, 98)]
    public async Task A_facility_minute_comes_back_as_it_was_written(double? watts, double? outdoor, int racksLive)
    {
        var row = FacilityMinute(watts: watts, outdoor: outdoor, racksLive: racksLive);

        await WriteAsync(Batch(row));

        Assert.Equal([row], await FacilityMinutesAsync());
    }

    [Fact]
    public async Task A_facility_without_a_cooling_meter_has_the_other_powers()
    {
        var row = FacilityMinute() with { CoolingPower = null };

        await WriteAsync(Batch(row));

        Assert.Equal([row], await FacilityMinutesAsync());
    }

    [Theory]
    [InlineData(300_000L, 120L, 2)]
    [InlineData(0L, 0L, 1)]
    [InlineData(null, 0L, 0)]
    public async Task A_ledger_row_comes_back_as_it_was_written(long? wattHours, long estimated, int metersKnown)
    {
        var row = Interval(wattHours: wattHours, estimatedWattHours: estimated, metersKnown: metersKnown);

        await WriteAsync(Batch(row));

        Assert.Equal([row], await IntervalsAsync());
    }

    [Fact]
    public async Task The_largest_energy_of_the_store_is_exact_to_the_watt_hour()
    {
        var row = Interval(wattHours: Store.LargestExactWattHours);

        await WriteAsync(Batch(row));

        Assert.Equal([row], await IntervalsAsync());
    }

    [Fact]
    public async Task Rows_come_in_order_of_time_however_they_were_written()
    {
        await WriteAsync(Batch(RackMinute(minute: 5), RackMinute(minute: 3)));
        await WriteAsync(Batch(RackMinute(minute: 4)));

        Assert.Equal([RackMinute(minute: 3), RackMinute(minute: 4), RackMinute(minute: 5)], await RackMinutesAsync());
    }

    [Fact]
    public async Task Ledger_rows_come_in_order_of_start_then_role()
    {
        var expected = new[]
        {
            Interval(minute: 0, MeterRole.UtilityEntrance), Interval(minute: 0, MeterRole.ItInput),
            Interval(minute: 15, MeterRole.UtilityEntrance), Interval(minute: 15, MeterRole.Cooling),
        };

        await WriteAsync(Batch(expected[3], expected[1], expected[2], expected[0]));

        Assert.Equal(expected, await IntervalsAsync());
    }

    [Fact]
    public async Task A_period_holds_its_beginning_and_not_its_end()
    {
        await WriteAsync(Batch(RackMinute(minute: 9), RackMinute(minute: 10), RackMinute(minute: 19), RackMinute(minute: 20)));

        var rows = await Store.Reader.RackMinutesAsync(SampleRack, At(10), At(20), Token);

        Assert.Equal([RackMinute(minute: 10), RackMinute(minute: 19)], rows);
    }

    [Fact]
    public async Task A_period_given_in_local_time_is_the_same_period()
    {
        var shanghai = TimeSpan.FromHours(8);
        await WriteAsync(Batch(RackMinute(minute: 119), RackMinute(minute: 120), RackMinute(minute: 121)));

        var rows = await Store.Reader.RackMinutesAsync(SampleRack, At(120).ToOffset(shanghai), At(121).ToOffset(shanghai), Token);

        Assert.Equal([RackMinute(minute: 120)], rows);
        Assert.Equal(TimeSpan.Zero, rows[0].Minute.Offset);
    }

    [Fact]
    public async Task A_period_may_end_within_a_minute()
    {
        await WriteAsync(Batch(RackMinute(minute: 0), RackMinute(minute: 1), RackMinute(minute: 2)));

        var rows = await Store.Reader.RackMinutesAsync(SampleRack, At(0).AddSeconds(1), At(2).AddSeconds(1), Token);

        Assert.Equal([RackMinute(minute: 1), RackMinute(minute: 2)], rows);
    }

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_written()
    {
        await WriteAsync(Batch(RackMinute()));

        Assert.Empty(await Store.Reader.RackMinutesAsync(RackId.Parse("NJ-09/R01/A01"), At(0), At(10), Token));
        Assert.Empty(await Store.Reader.RackMinutesAsync(SampleRack, At(1), At(10), Token));
        Assert.Empty(await Store.Reader.RackMinutesAsync(SampleRack, At(0), At(0), Token));
        Assert.Empty(await Store.Reader.RackMinutesAsync(SampleRack, At(10), At(0), Token));
        Assert.Empty(await FacilityMinutesAsync());
        Assert.Empty(await IntervalsAsync());
        Assert.Empty(await Store.Reader.EnergyByFacilityAsync(At(0), At(60), Token));
    }

    [Fact]
    public async Task Nothing_is_found_in_a_store_that_was_never_written()
    {
        Assert.Empty(await RackMinutesAsync());
        Assert.Empty(await Store.Reader.EnergyByFacilityAsync(At(0), At(60), Token));
    }

    [Fact]
    public async Task Racks_of_the_same_code_in_other_rooms_are_other_racks()
    {
        var rows = new[] { RackMinute(rack: "NJ-01/R01/A07", watts: 1_000), RackMinute(rack: "NJ-01/R02/A07", watts: 2_000), RackMinute(rack: "NJ-02/R01/A07", watts: 3_000) };

        await WriteAsync(Batch(rows));

        foreach (var row in rows)
            Assert.Equal([row], await Store.Reader.RackMinutesAsync(row.Rack, At(0), At(1), Token));
    }

    [Fact]
    public async Task Sums_by_facility_add_what_is_known_and_count_complete_intervals()
    {
        await WriteAsync(Batch(
            Interval(minute: 0, wattHours: 1_000), Interval(minute: 15, wattHours: 500, estimatedWattHours: 200, metersKnown: 1),
            Interval(minute: 30, wattHours: null, metersKnown: 0), Interval(minute: 60, wattHours: 9_999),
            Interval(minute: 0, MeterRole.ItInput, wattHours: 800),
            Interval(minute: 15, MeterRole.Cooling, wattHours: null, metersKnown: 0),
            Interval(minute: 45, wattHours: 70, facility: "HF-01")));

        var sums = await Store.Reader.EnergyByFacilityAsync(At(0), At(60), Token);

        Assert.Equal(
            [
                new(FacilityId.Parse("HF-01"), MeterRole.UtilityEntrance, new Energy(70), Energy.Zero, 1),
                new(SampleFacility, MeterRole.UtilityEntrance, new Energy(1_500), new Energy(200), 1),
                new(SampleFacility, MeterRole.ItInput, new Energy(800), Energy.Zero, 1),
                new(SampleFacility, MeterRole.Cooling, Energy.Zero, Energy.Zero, 0),
            ],
            sums);
    }

    protected abstract Task<StoreUnderTest> StartAsync();

    protected Task WriteAsync(HistoryBatch batch) => Store.Writer.WriteAsync(batch, Token);

    protected Task<ImmutableArray<RackMinute>> RackMinutesAsync() => Store.Reader.RackMinutesAsync(SampleRack, At(-600), At(1_440), Token);

    protected Task<ImmutableArray<FacilityMinute>> FacilityMinutesAsync() =>
        Store.Reader.FacilityMinutesAsync(SampleFacility, At(-600), At(1_440), Token);

    protected Task<ImmutableArray<FacilityInterval>> IntervalsAsync() => Store.Reader.IntervalsAsync(SampleFacility, At(-600), At(1_440), Token);
}
