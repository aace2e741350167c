using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Conformance;

/// <summary>What the ports promise, asked of every store: replacing rows, many rows, restarts, absence, readers beside the writer.</summary>
public abstract class HistoryConformanceTests : HistoryStoreTests
{
    const string NoReplacement = "this store keeps several rows of one key; see silo/History/README.md";

    [Fact]
    public async Task A_row_takes_the_place_of_the_earlier_one_of_its_key()
    {
        Assert.SkipUnless(Store.ReplacesByKey, NoReplacement);
        await WriteAsync(new(
            [RackMinute(minute: 0), RackMinute(minute: 1)],
            [FacilityMinute(minute: 0), FacilityMinute(minute: 1)],
            [Interval(minute: 0), Interval(minute: 0, MeterRole.ItInput)]));

        await WriteAsync(new(
            [RackMinute(minute: 0, watts: 1_000, celsius: 20, wattHours: 16)],
            [FacilityMinute(minute: 0, watts: 500_000, outdoor: 1, racksLive: 7)],
            [Interval(minute: 0, wattHours: 100, metersKnown: 1)]));

        Assert.Equal([RackMinute(minute: 0, watts: 1_000, celsius: 20, wattHours: 16), RackMinute(minute: 1)], await RackMinutesAsync());
        Assert.Equal([FacilityMinute(minute: 0, watts: 500_000, outdoor: 1, racksLive: 7), FacilityMinute(minute: 1)], await FacilityMinutesAsync());
        Assert.Equal([Interval(minute: 0, wattHours: 100, metersKnown: 1), Interval(minute: 0, MeterRole.ItInput)], await IntervalsAsync());
    }

    [Fact]
    public async Task What_a_restated_row_no_longer_knows_is_unknown_and_in_no_sum()
    {
        Assert.SkipUnless(Store.ReplacesByKey, NoReplacement);
        await WriteAsync(new([RackMinute()], [FacilityMinute()], [Interval(wattHours: 100), Interval(minute: 15, wattHours: 7)]));

        await WriteAsync(new(
            [RackMinute(watts: null, celsius: null, wattHours: null)],
            [FacilityMinute(watts: null, outdoor: null, racksLive: 0)],
            [Interval(wattHours: null, metersKnown: 0)]));

        Assert.Equal([RackMinute(watts: null, celsius: null, wattHours: null)], await RackMinutesAsync());
        Assert.Equal([FacilityMinute(watts: null, outdoor: null, racksLive: 0)], await FacilityMinutesAsync());
        Assert.Equal([Interval(wattHours: null, metersKnown: 0), Interval(minute: 15, wattHours: 7)], await IntervalsAsync());
        Assert.Equal(
            [new(SampleFacility, MeterRole.UtilityEntrance, new Energy(7), Energy.Zero, 1)],
            await Store.Reader.EnergyByFacilityAsync(At(0), At(30), Token));
    }

    [Fact]
    public async Task Of_rows_with_one_key_in_one_batch_the_last_wins()
    {
        Assert.SkipUnless(Store.ReplacesByKey, NoReplacement);

        await WriteAsync(Batch(RackMinute(watts: 1_000), RackMinute(minute: 1), RackMinute(watts: 2_000)));

        Assert.Equal([RackMinute(watts: 2_000), RackMinute(minute: 1)], await RackMinutesAsync());
    }

    [Fact]
    public async Task A_batch_written_twice_is_there_once()
    {
        var batch = new HistoryBatch(
            [RackMinute(minute: 0), RackMinute(minute: 1)], [FacilityMinute()], [Interval(), Interval(role: MeterRole.Cooling)]);

        await WriteAsync(batch);
        await WriteAsync(batch);

        Assert.Equal(batch.RackMinutes, await RackMinutesAsync());
        Assert.Equal(batch.FacilityMinutes, await FacilityMinutesAsync());
        Assert.Equal(batch.Intervals, await IntervalsAsync());
    }

    [Fact]
    public async Task Racks_of_a_facility_are_summed_over_the_minutes_that_are_known()
    {
        await WriteAsync(Batch(
            RackMinute(minute: 0, wattHours: 60), RackMinute(minute: 1, wattHours: null),
            RackMinute(minute: 2, wattHours: 7) with { Quality = IntervalQuality.Estimated }, RackMinute(minute: 3, wattHours: 1_000),
            RackMinute(minute: 0, wattHours: 5, rack: "NJ-01/R02/A01"), RackMinute(minute: 0, wattHours: null, rack: "NJ-01/R02/A02"),
            RackMinute(minute: 0, wattHours: 11, rack: "NJ-02/R01/A07")));

        Assert.Equal(
            [new(SampleRack, new(67), new(7), 2), new(RackId.Parse("NJ-01/R02/A01"), new(5), Energy.Zero, 1)],
            await Store.Reader.EnergyByRackAsync(SampleFacility, At(0), At(3), Token));
        Assert.Empty(await Store.Reader.EnergyByRackAsync(FacilityId.Parse("XX-09"), At(0), At(3), Token));
        Assert.Empty(await Store.Reader.EnergyByRackAsync(SampleFacility, At(3), At(3), Token));
    }

    [Fact]
    public async Task A_restated_rack_minute_is_summed_once_and_only_while_it_is_known()
    {
        Assert.SkipUnless(Store.ReplacesByKey, NoReplacement);
        await WriteAsync(Batch(RackMinute(minute: 0, wattHours: 60), RackMinute(minute: 1, wattHours: 61)));

        await WriteAsync(Batch(RackMinute(minute: 0, wattHours: 30), RackMinute(minute: 1, wattHours: null)));

        Assert.Equal([new(SampleRack, new(30), Energy.Zero, 1)], await Store.Reader.EnergyByRackAsync(SampleFacility, At(0), At(3), Token));
    }

    [Fact]
    public async Task An_empty_batch_changes_nothing()
    {
        await WriteAsync(HistoryBatch.Empty);

        Assert.Empty(await RackMinutesAsync());
    }

    [Fact]
    public async Task Ten_thousand_rows_of_one_batch_are_all_there()
    {
        var racks = Enumerable.Range(0, 100).Select(index => $"NJ-01/R0{index / 20 + 1}/A{index % 20:00}").ToList();
        var rows = Enumerable.Range(0, 100)
            .SelectMany(minute => racks.Select((rack, index) => RackMinute(minute, watts: minute * 100 + index, rack: rack))).ToList();

        await WriteAsync(HistoryBatch.Empty with { RackMinutes = [.. rows] });

        foreach (var group in rows.GroupBy(row => row.Rack))
            Assert.Equal(group.ToList(), await Store.Reader.RackMinutesAsync(group.Key, At(0), At(100), Token));
    }

    [Fact]
    public async Task What_was_written_survives_a_crash_of_the_store()
    {
        await WriteAsync(new([RackMinute()], [FacilityMinute()], [Interval()]));

        await Store.RestartAsync();

        Assert.Equal([RackMinute()], await RackMinutesAsync());
        Assert.Equal([FacilityMinute()], await FacilityMinutesAsync());
        Assert.Equal([Interval()], await IntervalsAsync());
    }

    [Fact]
    public async Task Rows_written_after_a_crash_still_replace_those_before()
    {
        Assert.SkipUnless(Store.ReplacesByKey, NoReplacement);
        await WriteAsync(Batch(RackMinute(minute: 0), RackMinute(minute: 1)));

        await Store.RestartAsync();
        await WriteAsync(Batch(RackMinute(minute: 0, watts: 10), RackMinute(minute: 2)));

        Assert.Equal([RackMinute(minute: 0, watts: 10), RackMinute(minute: 1), RackMinute(minute: 2)], await RackMinutesAsync());
    }

    [Fact]
    public async Task A_store_that_is_away_says_so_and_works_again_when_it_is_back()
    {
        await WriteAsync(Batch(RackMinute(minute: 0)));
        await Store.TakeAwayAsync();

        await Assert.ThrowsAsync<HistoryUnavailableException>(() => WriteAsync(Batch(RackMinute(minute: 1))));
        await Assert.ThrowsAsync<HistoryUnavailableException>(RackMinutesAsync);
        await Assert.ThrowsAsync<HistoryUnavailableException>(() => Store.Reader.EnergyByFacilityAsync(At(0), At(60), Token));
        await Store.BringBackAsync();
        await WriteAsync(Batch(RackMinute(minute: 1)));

        Assert.Equal([RackMinute(minute: 0), RackMinute(minute: 1)], await RackMinutesAsync());
    }

    [Fact]
    public async Task Readers_beside_the_writer_see_whole_minutes_and_never_fewer_than_before()
    {
        Assert.SkipUnless(Store.ShowsWholeRows, "this store shows a row field by field; see silo/History/README.md");
        const int minutes = 40;
        using var written = new CancellationTokenSource();

        async Task<int> FollowAsync()
        {
            var seen = 0;
            while (!written.IsCancellationRequested)
            {
                var rows = await RackMinutesAsync();
                Assert.InRange(rows.Length, seen, minutes);
                Assert.Equal(Enumerable.Range(0, rows.Length).Select(minute => RackMinute(minute)), rows);
                seen = rows.Length;
            }

            return seen;
        }

        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(FollowAsync, Token)).ToList();
        for (var minute = 0; minute < minutes; minute++)
            await WriteAsync(Batch(RackMinute(minute), RackMinute(minute, rack: "NJ-01/R01/A08")));
        await written.CancelAsync();
        await Task.WhenAll(readers);

        Assert.Equal(minutes, (await RackMinutesAsync()).Length);
    }
}
