using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Feed;

/// <summary>The feed when the disk itself refuses: the spool's folder is gone.</summary>
public sealed class FeedDiskTests : IDisposable
{
    readonly FeedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Rows_that_can_go_nowhere_wait_in_memory_until_the_store_is_back()
    {
        _bench.Store.IsAway = true;
        Directory.Delete(_bench.Options.SpoolFolder);
        _bench.Offer(Batch(RackMinute(minute: 0)));
        await _bench.Feed.TurnAsync();
        _bench.Offer(Batch(RackMinute(minute: 1)));
        await _bench.Feed.TurnAsync();
        Assert.Equal((2, 0), (_bench.Metrics.BufferRows.Value, _bench.Metrics.SpoolRows.Value));

        _bench.Store.IsAway = false;
        await _bench.TurnLaterAsync();
        await _bench.Feed.TurnAsync();

        Assert.Equal([RackMinute(minute: 0), RackMinute(minute: 1)], _bench.Store.Rows);
        Assert.Equal(0, _bench.Metrics.BufferRows.Value);
    }

    [Fact]
    public async Task Rows_that_can_go_nowhere_go_to_the_disk_when_it_takes_them_again()
    {
        _bench.Store.IsAway = true;
        Directory.Delete(_bench.Options.SpoolFolder);
        _bench.Offer(Batch(RackMinute(minute: 0)));
        await _bench.Feed.TurnAsync();

        Directory.CreateDirectory(_bench.Options.SpoolFolder);
        await _bench.Feed.TurnAsync();

        Assert.Equal((0, 1), (_bench.Metrics.BufferRows.Value, _bench.Metrics.SpoolRows.Value));
    }
}
