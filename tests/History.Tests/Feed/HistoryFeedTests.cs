using DcOps.Domain.History;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Feed;

public sealed class HistoryFeedTests : IDisposable
{
    readonly FeedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Rows_offered_together_arrive_as_one_batch()
    {
        _bench.Offer(Batch(RackMinute(minute: 0)), Batch(FacilityMinute()), Batch(Interval()), Batch(RackMinute(minute: 1)));

        await _bench.Feed.TurnAsync();

        var batch = Assert.Single(_bench.Store.Batches);
        Assert.Equal([RackMinute(minute: 0), RackMinute(minute: 1)], batch.RackMinutes);
        Assert.Equal([FacilityMinute()], batch.FacilityMinutes);
        Assert.Equal([Interval()], batch.Intervals);
        Assert.Equal(4, _bench.Metrics.Written.Value);
        Assert.Equal(0, _bench.Metrics.BufferRows.Value);
    }

    [Fact]
    public async Task Rows_offered_while_the_store_is_away_arrive_when_it_is_back()
    {
        _bench.Store.IsAway = true;
        _bench.Offer(Batch(RackMinute(minute: 0)));
        await _bench.Feed.TurnAsync();
        _bench.Offer(Batch(RackMinute(minute: 1)));
        await _bench.Feed.TurnAsync();
        Assert.Equal((2, 2, 0), (_bench.Metrics.SpoolRows.Value, _bench.Metrics.Spooled.Value, _bench.Metrics.StoreUp.Value));

        _bench.Store.IsAway = false;
        await _bench.TurnLaterAsync();

        Assert.Equal([RackMinute(minute: 0), RackMinute(minute: 1)], _bench.Store.Rows);
        Assert.Equal((0, 0, 1), (_bench.Metrics.SpoolRows.Value, _bench.Metrics.SpoolBytes.Value, _bench.Metrics.StoreUp.Value));
    }

    [Fact]
    public async Task A_store_that_is_away_is_asked_again_only_after_a_pause()
    {
        _bench.Store.IsAway = true;
        _bench.Offer(Batch(RackMinute(minute: 0)));
        await _bench.Feed.TurnAsync();
        _bench.Store.IsAway = false;

        await _bench.Feed.TurnAsync();
        Assert.Empty(_bench.Store.Batches);
        _bench.Time.Advance(_bench.Options.FirstRetry);
        await _bench.Feed.TurnAsync();

        Assert.Single(_bench.Store.Batches);
    }

    [Fact]
    public async Task Live_rows_pass_by_a_long_drain()
    {
        _bench.Store.IsAway = true;
        foreach (var minute in Enumerable.Range(0, 20))
        {
            _bench.Offer(Batch([.. Enumerable.Range(0, 1_000).Select(rack => RackMinute(minute, rack: $"NJ-01/R01/A{rack:0000}"))]));
            await _bench.Feed.TurnAsync();
        }

        _bench.Store.IsAway = false;
        _bench.Time.Advance(_bench.Options.LongestRetry);
        _bench.Offer(Batch(RackMinute(minute: 20)));
        await _bench.Feed.TurnAsync();

        Assert.Equal([RackMinute(minute: 20)], _bench.Store.Batches[0].RackMinutes);
        Assert.Equal(20_001, _bench.Store.Rows.Count);
    }

    [Fact]
    public async Task A_restated_row_never_overtakes_its_earlier_version()
    {
        _bench.Store.IsAway = true;
        _bench.Offer(Batch(RackMinute(minute: 5, watts: 1_000)));
        await _bench.Feed.TurnAsync();

        _bench.Store.IsAway = false;
        _bench.Time.Advance(_bench.Options.LongestRetry);
        _bench.Offer(Batch(RackMinute(minute: 5, watts: 2_000), RackMinute(minute: 6)));
        await _bench.Feed.TurnAsync();

        Assert.Equal([RackMinute(minute: 6)], _bench.Store.Batches[0].RackMinutes);
        Assert.Equal([RackMinute(minute: 5, watts: 2_000), RackMinute(minute: 6)], _bench.Store.Rows);
    }

    [Fact]
    public async Task Rows_of_a_write_that_takes_too_long_are_on_disk_meanwhile()
    {
        _bench.Store.Gate = new();
        _bench.Offer(Batch(RackMinute(minute: 0)));

        var turn = _bench.Feed.TurnAsync();
        _bench.Time.Advance(_bench.Options.Patience);
        await turn;
        Assert.Equal(1, _bench.Metrics.SpoolRows.Value);
        _bench.Store.Gate.SetResult();
        _bench.Store.Gate = null;
        await _bench.Feed.TurnAsync();

        Assert.Equal(0, _bench.Metrics.SpoolRows.Value);
        Assert.Equal([RackMinute(minute: 0)], Assert.Single(_bench.Store.Batches).RackMinutes);
    }

    [Fact]
    public async Task Only_one_write_is_under_way_at_a_time()
    {
        _bench.Store.Gate = new();
        _bench.Offer(Batch(RackMinute(minute: 0)));
        var turn = _bench.Feed.TurnAsync();
        _bench.Time.Advance(_bench.Options.Patience);
        await turn;

        _bench.Offer(Batch(RackMinute(minute: 1)));
        await _bench.Feed.TurnAsync();

        Assert.Empty(_bench.Store.Batches);
        Assert.Equal(2, _bench.Metrics.SpoolRows.Value);
    }

    [Fact]
    public async Task What_was_spooled_survives_a_crash()
    {
        _bench.Store.IsAway = true;
        _bench.Offer(new HistoryBatch([RackMinute(), RackMinute(minute: 1, watts: null, celsius: null, wattHours: null)],
            [FacilityMinute(), FacilityMinute(minute: 1, watts: null, outdoor: null)],
            [Interval(wattHours: long.MaxValue), Interval(minute: 15, wattHours: null)]));
        await _bench.Feed.TurnAsync();

        _bench.Crash();
        _bench.Store.IsAway = false;
        await _bench.TurnLaterAsync();

        var batch = Assert.Single(_bench.Store.Batches);
        Assert.Equal([RackMinute(), RackMinute(minute: 1, watts: null, celsius: null, wattHours: null)], batch.RackMinutes);
        Assert.Equal([FacilityMinute(), FacilityMinute(minute: 1, watts: null, outdoor: null)], batch.FacilityMinutes);
        Assert.Equal([Interval(wattHours: long.MaxValue), Interval(minute: 15, wattHours: null)], batch.Intervals);
    }

    [Fact]
    public async Task An_orderly_stop_writes_what_was_offered()
    {
        _bench.Offer(Batch(RackMinute(minute: 0)));

        await _bench.Feed.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([RackMinute(minute: 0)], _bench.Store.Rows);
    }

    [Fact]
    public async Task An_orderly_stop_without_a_store_leaves_the_rows_on_disk()
    {
        _bench.Store.IsAway = true;
        _bench.Offer(Batch(RackMinute(minute: 0)));

        await _bench.Feed.StopAsync(TestContext.Current.CancellationToken);
        _bench.Feed.Dispose();
        _bench.Crash();
        _bench.Store.IsAway = false;
        await _bench.TurnLaterAsync();

        Assert.Equal([RackMinute(minute: 0)], _bench.Store.Rows);
    }

    [Fact]
    public async Task Rows_offered_after_the_stop_are_counted_as_dropped()
    {
        await _bench.Feed.StopAsync(TestContext.Current.CancellationToken);

        _bench.Offer(Batch(RackMinute(minute: 0), RackMinute(minute: 1)));

        Assert.Equal(2, _bench.Metrics.Overflowed.Value);
    }

    [Fact]
    public async Task A_full_memory_drops_what_is_offered_and_counts_it()
    {
        using var bench = new FeedBench(options => options with { BufferRows = 3 });
        bench.Offer(Batch(RackMinute(minute: 0), RackMinute(minute: 1)));

        bench.Offer(Batch(RackMinute(minute: 2), RackMinute(minute: 3)), Batch(RackMinute(minute: 4)));
        await bench.Feed.TurnAsync();

        Assert.Equal([RackMinute(minute: 0), RackMinute(minute: 1), RackMinute(minute: 4)], bench.Store.Rows);
        Assert.Equal(2, bench.Metrics.Overflowed.Value);
    }

    [Fact]
    public async Task A_row_that_no_store_can_take_does_not_keep_others_out()
    {
        _bench.Store.Poison = RackMinute(minute: 0);
        _bench.Offer(Batch(RackMinute(minute: 0)));
        await _bench.Feed.TurnAsync();

        _bench.Offer(Batch(RackMinute(minute: 1)));
        await _bench.Feed.TurnAsync();

        Assert.Equal([RackMinute(minute: 1)], _bench.Store.Rows);
        Assert.Equal((1, 0), (_bench.Metrics.Refused.Value, _bench.Metrics.SpoolRows.Value));
    }

    [Fact]
    public async Task Rows_that_waited_too_long_go_to_disk_before_they_go_to_the_store()
    {
        _bench.Offer(Batch(RackMinute(minute: 0)));
        _bench.Time.Advance(_bench.Options.Gather + _bench.Options.Patience + TimeSpan.FromMilliseconds(1));

        await _bench.Feed.TurnAsync();

        Assert.Equal(1, _bench.Metrics.Spooled.Value);
        Assert.Equal([RackMinute(minute: 0)], _bench.Store.Rows);
    }
}
