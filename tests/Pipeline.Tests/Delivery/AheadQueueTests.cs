using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

public sealed class AheadQueueTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_out_the_newest_reading_of_each_point_under_a_name_of_its_own()
    {
        var queue = new AheadQueue("site", new FakeTimeProvider());
        queue.Add([TestBatches.Open(1)]);
        queue.Add([TestBatches.Open(2)]);

        var batch = Assert.Single(await queue.ReadAsync(100, 1 << 20, Token)).Batch;

        Assert.Equal(("site.ahead", ReadingLane.Ahead), (batch.Collector, batch.Lane));
        Assert.Equal(2, Assert.Single(batch.Readings).Value);
        Assert.Empty(batch.Registers);
    }

    [Fact]
    public async Task Takes_nothing_of_the_past()
    {
        var queue = new AheadQueue("site", new FakeTimeProvider());
        queue.Add([TestBatches.Open(1), TestBatches.Open(2) with { Lane = ReadingLane.Historical }]);

        var batch = Assert.Single(await queue.ReadAsync(100, 1 << 20, Token)).Batch;

        Assert.Equal(1, Assert.Single(batch.Readings).Value);
    }

    [Fact]
    public async Task Numbers_grow_from_batch_to_batch_and_over_a_restart()
    {
        var time = new FakeTimeProvider(new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));
        var before = new AheadQueue("site", time);
        before.Add([TestBatches.Open(1)]);
        var first = (await before.ReadAsync(100, 1 << 20, Token))[0].Batch.Sequence;
        before.Add([TestBatches.Open(1)]);
        var second = (await before.ReadAsync(100, 1 << 20, Token))[0].Batch.Sequence;
        time.Advance(TimeSpan.FromSeconds(1));
        var after = new AheadQueue("site", time);
        after.Add([TestBatches.Open(1)]);

        var third = (await after.ReadAsync(100, 1 << 20, Token))[0].Batch.Sequence;

        Assert.True(first < second && second < third);
    }

    [Fact]
    public async Task Waits_for_the_first_batch_and_has_nothing_after_it_was_cleared()
    {
        var queue = new AheadQueue("site", new FakeTimeProvider());
        queue.Add([TestBatches.Open(1)]);
        queue.Clear();

        var reading = queue.ReadAsync(100, 1 << 20, Token).AsTask();
        var early = reading.IsCompleted;
        queue.Add([TestBatches.Open(2)]);

        Assert.False(early);
        Assert.Equal(2, (await reading)[0].Batch.Readings[0].Value);
    }
}
