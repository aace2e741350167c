namespace DcOps.Collectors.Pipeline.Tests.Delivery;

public sealed class OutboxTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_out_batches_in_the_order_they_came_in_with_rising_numbers()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();

        outbox.Append(TestBatches.Several(from: 1, count: 3));
        outbox.Append(TestBatches.Several(from: 4, count: 2));
        var batches = await outbox.ReadAsync(100, 1 << 20, Token);

        Assert.Equal([1, 2, 3, 4, 5], batches.Select(batch => batch.Watts()));
        Assert.Equal(Enumerable.Range(0, 5).Select(step => batches[0].Sequence() + step), batches.Select(batch => batch.Sequence()));
        Assert.All(batches, batch => Assert.Equal("nj-01", batch.Batch.Collector));
    }

    [Fact]
    public async Task Waits_for_the_first_batch()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();

        var reading = outbox.ReadAsync(100, 1 << 20, Token).AsTask();
        Assert.False(reading.IsCompleted);
        outbox.Append([TestBatches.Open(7)]);

        Assert.Equal([7], (await reading).Select(batch => batch.Watts()));
    }

    [Fact]
    public async Task Gives_again_after_a_crash_what_has_no_receipt_under_the_same_numbers()
    {
        using var folder = new OutboxFolder();
        var first = folder.Open();
        first.Append(TestBatches.Several(from: 1, count: 4));
        var before = await first.ReadAsync(100, 1 << 20, Token);
        first.Settle([before[0].Sequence(), before[1].Sequence()]);
        first.Maintain();

        folder.Crash();
        var after = await folder.Open().ReadAsync(100, 1 << 20, Token);

        Assert.Equal([3, 4], after.Select(batch => batch.Watts()));
        Assert.Equal(before[2..].Select(batch => batch.Sequence()), after.Select(batch => batch.Sequence()));
    }

    [Fact]
    public async Task Never_uses_a_number_again_though_nothing_is_left_on_disk()
    {
        using var folder = new OutboxFolder();
        var first = folder.Open();
        first.Append([TestBatches.Open(1)]);
        var used = (await first.ReadAsync(1, 1 << 20, Token))[0].Sequence();
        first.Settle([used]);
        first.Dispose();
        Assert.Equal(0, folder.Open().Count);

        folder.Crash();
        folder.ClosedSegments().ForEach(File.Delete);
        var second = folder.Open();
        second.Append([TestBatches.Open(2)]);

        Assert.True((await second.ReadAsync(1, 1 << 20, Token))[0].Sequence() > used);
    }

    [Fact]
    public async Task Numbers_above_the_past_when_someone_deleted_the_folder()
    {
        using var folder = new OutboxFolder();
        var first = folder.Open();
        first.Append([TestBatches.Open(1)]);
        var used = (await first.ReadAsync(1, 1 << 20, Token))[0].Sequence();
        first.Dispose();
        Directory.Delete(folder.Path, recursive: true);
        folder.Time.Advance(TimeSpan.FromSeconds(1));

        var second = folder.Open();
        second.Append([TestBatches.Open(2)]);

        Assert.True((await second.ReadAsync(1, 1 << 20, Token))[0].Sequence() > used);
    }

    [Fact]
    public async Task Advances_over_receipts_that_come_in_any_order_only_when_the_oldest_is_in()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        outbox.Append(TestBatches.Several(from: 1, count: 3));
        var batches = await outbox.ReadAsync(100, 1 << 20, Token);

        outbox.Settle([batches[2].Sequence(), batches[1].Sequence()]);
        outbox.Maintain();
        folder.Crash();
        var after = await folder.Open().ReadAsync(100, 1 << 20, Token);

        Assert.Equal(1, outbox.Count);
        Assert.Equal([1, 2, 3], after.Select(batch => batch.Watts()));
    }

    [Fact]
    public async Task Deletes_a_file_when_every_batch_in_it_has_its_receipt()
    {
        using var folder = new OutboxFolder { SegmentBytes = 200 };
        var outbox = folder.Open();
        for (var watts = 1; watts <= 10; watts++)
            outbox.Append([TestBatches.Open(watts)]);
        var files = folder.ClosedSegments().Count;
        var batches = await outbox.ReadAsync(100, 1 << 20, Token);

        outbox.Settle(batches.Select(batch => batch.Sequence()));

        Assert.True(files > 2);
        Assert.Empty(folder.ClosedSegments());
        Assert.Equal(0, outbox.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    [InlineData(1 << 20)]
    public async Task Reads_from_disk_what_does_not_fit_into_memory_and_keeps_the_order(int windowBytes)
    {
        using var folder = new OutboxFolder { WindowBytes = windowBytes, SegmentBytes = 700 };
        var outbox = folder.Open();
        var read = new List<int>();

        for (var round = 0; round < 40; round++)
        {
            outbox.Append(TestBatches.Several(from: (round * 3) + 1, count: 3));
            if (round % 4 == 3)
                read.AddRange((await outbox.ReadAsync(5, 1 << 20, Token)).Select(batch => batch.Watts()));
        }

        while (read.Count < 120)
            read.AddRange((await outbox.ReadAsync(50, 1 << 20, Token)).Select(batch => batch.Watts()));

        Assert.Equal(Enumerable.Range(1, 120), read);
    }

    [Fact]
    public async Task Drops_the_oldest_when_it_is_full_and_counts_what_nobody_can_read_any_more()
    {
        using var folder = new OutboxFolder { WindowBytes = 0, SegmentBytes = 1 << 16, MostBytes = 1 << 18 };
        var outbox = folder.Open();
        const int Appended = 8_000;
        foreach (var part in TestBatches.Several(from: 1, count: Appended).Chunk(100))
            outbox.Append(part);

        var left = outbox.Count;
        var oldest = (await outbox.ReadAsync(1, 1 << 20, Token))[0].Watts();

        Assert.InRange(left, 1, Appended - 1);
        Assert.Equal(Appended - left + 1, oldest);
        Assert.True(folder.Files().Sum(file => new FileInfo(file).Length) <= 1 << 18);
        Assert.Contains(folder.Log.Lines, line => line.EndsWith("batches without receipt: Size", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drops_what_has_waited_too_long()
    {
        using var folder = new OutboxFolder { WindowBytes = 0, SegmentBytes = 200 };
        var outbox = folder.Open();
        outbox.Append(TestBatches.Several(from: 1, count: 5));
        folder.Time.Advance(TimeSpan.FromDays(46));
        outbox.Append([TestBatches.Open(6, folder.Time.GetUtcNow())]);

        folder.Time.Advance(TimeSpan.FromSeconds(1));
        outbox.Maintain();

        Assert.Equal([6], (await outbox.ReadAsync(100, 1 << 20, Token)).Select(batch => batch.Watts()));
        Assert.Equal(1, outbox.Count);
        Assert.Contains(folder.Log.Lines, line => line.EndsWith("gave up 5 batches without receipt: Age", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_on_in_memory_while_the_disk_refuses_and_says_so_once()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        Directory.Delete(folder.Path, recursive: true);

        var kept = outbox.Append([TestBatches.Open(1)]);
        var keptToo = outbox.Append([TestBatches.Open(2)]);
        var refused = outbox.IsWritable;
        Directory.CreateDirectory(folder.Path);
        var keptAgain = outbox.Append([TestBatches.Open(3)]);
        var batches = await outbox.ReadAsync(100, 1 << 20, Token);

        Assert.Equal((false, false, false, true), (kept, keptToo, refused, keptAgain));
        Assert.Equal([1, 2, 3], batches.Select(batch => batch.Watts()));
        Assert.Single(folder.Log.Lines, line => line.Contains("cannot be written", StringComparison.Ordinal));
        Assert.Single(folder.Log.Lines, line => line.Contains("can be written again", StringComparison.Ordinal));
    }

    [Fact]
    public void Drops_and_counts_when_neither_disk_nor_memory_has_room()
    {
        using var folder = new OutboxFolder { WindowBytes = 0 };
        var outbox = folder.Open();
        Directory.Delete(folder.Path, recursive: true);

        outbox.Append([TestBatches.Open(1)]);

        Assert.Equal(0, outbox.Count);
        Assert.Contains(folder.Log.Lines, line => line.EndsWith("gave up 1 batches without receipt: DiskFull", StringComparison.Ordinal));
    }

    [Fact]
    public void Belongs_to_one_collector_at_a_time()
    {
        using var folder = new OutboxFolder();
        folder.Open();

        var fault = Assert.Throws<IOException>(folder.Open);

        Assert.StartsWith($"The outbox {folder.Path} cannot be opened for this collector alone", fault.Message, StringComparison.Ordinal);
    }
}
