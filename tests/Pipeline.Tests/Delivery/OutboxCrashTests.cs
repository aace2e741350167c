using DcOps.Collectors.Pipeline.Delivery;
using FsCheck.Xunit;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>Whatever a crash leaves on disk, no batch is invented, altered, renumbered or lost before the point of damage.</summary>
public sealed class OutboxCrashTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_every_whole_record_wherever_the_last_one_was_torn()
    {
        using var folder = new OutboxFolder();
        var first = folder.Open();
        first.Append(TestBatches.Several(from: 1, count: 3));
        var sequences = (await first.ReadAsync(3, 1 << 20, Token)).Select(batch => batch.Sequence()).ToList();
        folder.Crash();
        var whole = File.ReadAllBytes(folder.OpenSegment());
        var record = (whole.Length - 16) / 3;

        for (var length = 0; length <= whole.Length; length++)
        {
            using var torn = new OutboxFolder();
            Directory.CreateDirectory(torn.Path);
            foreach (var file in folder.Files())
                File.Copy(file, Path.Combine(torn.Path, Path.GetFileName(file)));
            File.WriteAllBytes(torn.OpenSegment(), whole[..length]);

            var outbox = torn.Open();
            outbox.Append([TestBatches.Open(99)]);
            var batches = await outbox.ReadAsync(100, 1 << 20, Token);
            if (batches[^1].Watts() != 99)
                batches = [.. batches, .. await outbox.ReadAsync(100, 1 << 20, Token)];

            var expected = length < 16 ? 0 : (length - 16) / record;
            var isTorn = length > 0 && (length < 16 || (length - 16) % record != 0);
            Assert.Equal([.. Enumerable.Range(1, expected), 99], batches.Select(batch => batch.Watts()));
            Assert.Equal(sequences[..expected], batches[..^1].Select(batch => batch.Sequence()));
            Assert.True(batches[^1].Sequence() > sequences[^1]);
            Assert.Equal(isTorn ? 1 : 0, torn.Log.Lines.Count(line => line.Contains("was torn by a crash", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Never_hands_out_a_batch_whose_bytes_were_altered()
    {
        using var folder = new OutboxFolder();
        folder.Open().Append(TestBatches.Several(from: 1, count: 3));
        folder.Crash();
        var whole = File.ReadAllBytes(folder.OpenSegment());

        for (var place = 0; place < whole.Length; place++)
        {
            using var damaged = new OutboxFolder();
            Directory.CreateDirectory(damaged.Path);
            foreach (var file in folder.Files())
                File.Copy(file, Path.Combine(damaged.Path, Path.GetFileName(file)));
            var bytes = (byte[])whole.Clone();
            bytes[place] ^= 0x40;
            File.WriteAllBytes(damaged.OpenSegment(), bytes);

            var outbox = damaged.Open();
            outbox.Append([TestBatches.Open(99)]);
            var watts = new List<int>();
            while (watts.LastOrDefault() != 99)
                watts.AddRange((await outbox.ReadAsync(100, 1 << 20, Token)).Select(batch => batch.Watts()));

            // The second half of the header is a time: altered, it ages the file but harms no batch.
            var isTime = place is >= 8 and < 16;
            Assert.Equal(watts[..^1], Enumerable.Range(1, watts.Count - 1));
            Assert.InRange(watts.Count, 1, isTime ? 4 : 3);
        }
    }

    [Fact]
    public async Task Passes_over_damage_in_an_older_file_and_counts_what_it_cost()
    {
        using var folder = new OutboxFolder { SegmentBytes = 200 };
        var first = folder.Open();
        for (var watts = 1; watts <= 9; watts++)
            first.Append([TestBatches.Open(watts)]);
        folder.Crash();
        var oldest = folder.ClosedSegments()[0];
        var bytes = File.ReadAllBytes(oldest);
        bytes[^1] ^= 0xFF;
        File.WriteAllBytes(oldest, bytes);

        var outbox = folder.Open();
        var read = new List<int>();
        while (read.LastOrDefault() != 9)
            read.AddRange((await outbox.ReadAsync(100, 1 << 20, Token)).Select(batch => batch.Watts()));

        var lost = Enumerable.Range(1, 9).Except(read).ToList();
        Assert.Single(lost);
        Assert.Equal(read.Count, outbox.Count);
        Assert.Contains(folder.Log.Lines, line => line.EndsWith("gave up 1 batches without receipt: Damaged", StringComparison.Ordinal));
    }

    /// <summary>Each step is a number: what it does is its remainder by five.</summary>
    [Property(MaxTest = 60)]
    public void Loses_nothing_without_receipt_and_reuses_no_number_over_any_course_of_work_crashes_and_restarts(byte[] steps)
    {
        using var folder = new OutboxFolder { SegmentBytes = 300, WindowBytes = 400 };
        var outbox = folder.Open();
        var open = new SortedDictionary<long, int>();
        var unnumbered = new Queue<int>();
        var handed = new List<OutboxBatch>();
        var highest = 0L;
        var next = 1;
        foreach (var step in steps)
        {
            switch (step % 5)
            {
                case 0 or 1:
                    var count = (step / 5 % 4) + 1;
                    outbox.Append(TestBatches.Several(next, count));
                    for (; count > 0; count--)
                        unnumbered.Enqueue(next++);
                    break;
                case 2:
                    if (outbox.Count > handed.Count)
                        handed.AddRange(Take(outbox, step / 5 + 1, open, unnumbered, ref highest));
                    break;
                case 3:
                    var settled = handed.Where((_, index) => ((step >> (index % 4)) & 1) == 0).ToList();
                    outbox.Settle(settled.Select(batch => batch.Sequence()));
                    settled.ForEach(batch => open.Remove(batch.Sequence()));
                    handed.RemoveAll(settled.Contains);
                    break;
                default:
                    outbox.Maintain();
                    if (step > 127)
                        outbox.Dispose();
                    folder.Crash();
                    outbox = folder.Open();
                    handed.Clear();
                    break;
            }
        }

        folder.Crash();
        outbox = folder.Open();
        var again = new Dictionary<long, int>();
        while (again.Count < outbox.Count)
        {
            foreach (var batch in outbox.ReadAsync(7, 1 << 20, CancellationToken.None).AsTask().Result)
                again.Add(batch.Sequence(), batch.Watts());
        }

        // Receipts that came after the cursor was last written are forgotten by the crash; the silo answers those as duplicates.
        Assert.All(open, entry => Assert.Equal(entry.Value, again[entry.Key]));
        Assert.Equal(unnumbered, again.Where(entry => entry.Key > highest).OrderBy(entry => entry.Key).Select(entry => entry.Value));
    }

    static ImmutableArray<OutboxBatch> Take(
        Outbox outbox, int most, SortedDictionary<long, int> open, Queue<int> unnumbered, ref long highest)
    {
        var taken = outbox.ReadAsync(most, 1 << 20, CancellationToken.None).AsTask().Result;
        foreach (var batch in taken)
        {
            if (batch.Sequence() <= highest)
                continue;

            Assert.Equal(unnumbered.Dequeue(), batch.Watts());
            open.Add(batch.Sequence(), batch.Watts());
            highest = batch.Sequence();
        }

        return taken;
    }
}
