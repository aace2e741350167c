using DcOps.Domain.History;
using DcOps.Domain.Topology;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Conformance;

/// <summary>What the ports promise of meter readings, asked of every store that the ledger can rest on.</summary>
public abstract class MeterReadingTests : IAsyncLifetime
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    StoreUnderTest Store { get; set; } = null!;

    public async ValueTask InitializeAsync() => Store = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (Store is not null)
            await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_reading_comes_back_to_the_tick_with_all_that_it_said_and_nothing_that_it_did_not()
    {
        var whole = Reading("ups", 3.1234567, 123_456.789, serial: "a \"b\"\\c", marker: At(-100), restarted: At(-50).AddTicks(1), watts: 0.1 + 0.2);
        var bare = Reading("main", 3, 0);
        var sample = Reading("chiller", 3, null, watts: 7_000);

        await WriteAsync(whole, bare, sample);

        Assert.Equal([sample, bare, whole], await ReadAsync(At(0), At(10)));
        Assert.Equal([bare], await Store.Reader.MeterReadingsAsync(SampleFacility, "main", At(0), At(10), TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task A_reading_that_is_written_again_is_there_once_and_a_late_one_takes_its_place()
    {
        await WriteAsync(Reading("main", 1, 10), Reading("main", 3, 30), Reading("ups", 2, 5));
        await WriteAsync(Reading("main", 1, 10), Reading("main", 2, 20), Reading("main", 3, 30));

        Assert.Equal(
            [Reading("main", 1, 10), Reading("main", 2, 20), Reading("main", 3, 30), Reading("ups", 2, 5)], await ReadAsync(At(0), At(10)));
    }

    [Fact]
    public async Task The_nearest_readings_outside_a_period_come_when_they_are_asked_for()
    {
        await WriteAsync(
            Reading("main", 0, 1), Reading("main", 1, 2), Reading("main", 5, 3), Reading("main", 10, 4), Reading("main", 11, 5),
            Reading("ups", -200, 1), Reading("ups", 60, 2), Reading("ups", 1, null, watts: 3));

        var near = await Store.Reader.MeterReadingsAsync(SampleFacility, null, At(2), At(10), TimeSpan.FromMinutes(90), Token);
        var far = await Store.Reader.MeterReadingsAsync(SampleFacility, "ups", At(2), At(10), TimeSpan.FromMinutes(300), Token);

        Assert.Equal([Reading("main", 1, 2), Reading("main", 5, 3), Reading("main", 10, 4), Reading("ups", 60, 2)], near);
        Assert.Equal([Reading("ups", -200, 1), Reading("ups", 60, 2)], far);
    }

    [Fact]
    public async Task The_oldest_reading_is_known_and_that_of_an_unknown_facility_is_not()
    {
        await WriteAsync(Reading("main", 7.5, 1), Reading("ups", 3.25, 1));

        Assert.Equal(At(0).AddMinutes(3.25), await Store.Reader.FirstMeterReadingAsync(SampleFacility, Token));
        Assert.Null(await Store.Reader.FirstMeterReadingAsync(FacilityId.Parse("SZ-99"), Token));
        Assert.Empty(await Store.Reader.MeterReadingsAsync(FacilityId.Parse("SZ-99"), null, At(0), At(10), TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Readings_outlive_a_restart()
    {
        await WriteAsync(Reading("main", 1, 10));

        await Store.RestartAsync();
        await WriteAsync(Reading("main", 1, 10), Reading("main", 2, 20));

        Assert.Equal([Reading("main", 1, 10), Reading("main", 2, 20)], await ReadAsync(At(0), At(10)));
    }

    protected abstract Task<StoreUnderTest> StartAsync();

    static MeterReading Reading(
        string meter, double minute, double? position, string? serial = null, DateTimeOffset? marker = null, DateTimeOffset? restarted = null,
        double? watts = null) => new(SampleFacility, meter, At(0).AddMinutes(minute), position, serial, marker, restarted, watts);

    Task WriteAsync(params MeterReading[] rows) =>
        Store.Writer.WriteAsync(HistoryBatch.Empty with { MeterReadings = [.. rows] }, Token);

    Task<ImmutableArray<MeterReading>> ReadAsync(DateTimeOffset from, DateTimeOffset to) =>
        Store.Reader.MeterReadingsAsync(SampleFacility, null, from, to, TimeSpan.Zero, Token);
}
