using DcOps.Collectors.Pipeline.Delivery;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>What waits long is compressed, and comes out as it went in.</summary>
public sealed class OutboxPackingTests
{
    const int Batches = 12_000;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_out_packed_batches_as_they_were_and_in_order()
    {
        using var folder = new OutboxFolder { WindowBytes = 0 };
        var outbox = folder.Open();
        Fill(outbox);
        var plain = Bytes(folder);

        PackAll(outbox);

        Assert.NotEmpty(Packed(folder));
        Assert.InRange(Bytes(folder), 1, plain / 2);
        Assert.Equal(Enumerable.Range(1, Batches), await AllAsync(outbox));
    }

    [Fact]
    public async Task Gives_them_again_after_a_crash()
    {
        using var folder = new OutboxFolder { WindowBytes = 0 };
        var outbox = folder.Open();
        Fill(outbox);
        PackAll(outbox);

        folder.Crash();

        Assert.Equal(Enumerable.Range(1, Batches), await AllAsync(folder.Open()));
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_packing_costs_nothing()
    {
        using var folder = new OutboxFolder { WindowBytes = 0 };
        var outbox = folder.Open();
        Fill(outbox);
        var plain = folder.ClosedSegments()[^1];
        folder.Crash();
        var kept = Path.Combine(folder.Path, Path.GetFileName(plain));
        var content = await File.ReadAllBytesAsync(kept, Token);
        PackAll(folder.Open());
        folder.Crash();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, Path.GetFileName(plain)), content, Token);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "0000000000000000001-0000000000000000002.packed.new"), content, Token);

        var after = folder.Open();

        Assert.Equal(Batches, after.Count);
        Assert.Equal(Enumerable.Range(1, Batches), await AllAsync(after));
        Assert.DoesNotContain(folder.Files(), file => file.EndsWith(".new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_what_a_damaged_one_lost_and_goes_on_behind_it()
    {
        using var folder = new OutboxFolder { WindowBytes = 0 };
        var outbox = folder.Open();
        Fill(outbox);
        PackAll(outbox);
        folder.Crash();
        var damaged = Packed(folder)[0];
        var bytes = await File.ReadAllBytesAsync(damaged, Token);
        bytes.AsSpan(bytes.Length / 2).Fill(0xFF);
        await File.WriteAllBytesAsync(damaged, bytes, Token);
        var after = folder.Open();

        var watts = await AllAsync(after);

        Assert.InRange(watts.Count, Batches * 3 / 4, Batches - 1);
        Assert.Equal(watts.Order(), watts);
        Assert.Equal(Batches, watts[^1]);
        Assert.Contains(folder.Log.Lines, line => line.Contains("Damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Leaves_what_is_read_next_as_it_is()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        outbox.Append(TestBatches.Several(from: 1, count: 100));

        Assert.False(outbox.Pack());
        Assert.Empty(Packed(folder));
    }

    static void Fill(Outbox outbox)
    {
        for (var from = 1; from <= Batches; from += 500)
            outbox.Append(TestBatches.Several(from, 500));
    }

    static void PackAll(Outbox outbox)
    {
        while (outbox.Pack())
        {
        }
    }

    static async Task<List<int>> AllAsync(Outbox outbox)
    {
        var watts = new List<int>();
        while (watts.Count == 0 || watts[^1] < Batches)
            watts.AddRange((await outbox.ReadAsync(1_000, 1 << 20, Token)).Select(batch => batch.Watts()));
        return watts;
    }

    static List<string> Packed(OutboxFolder folder) => [.. folder.Files().Where(file => file.EndsWith(".packed", StringComparison.Ordinal))];

    static long Bytes(OutboxFolder folder) => folder.Files().Sum(file => new FileInfo(file).Length);
}
