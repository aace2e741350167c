using System.Text;
using DcOps.Grains.Checkpoints;
using DcOps.Silo.Host.Checkpoints;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Grains.Tests.Checkpoints;

public sealed class FileCheckpointsTests : IDisposable
{
    readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Gives_back_the_newest_image_of_every_key_after_a_restart()
    {
        using (var store = Open())
        {
            await store.WriteAsync([Image("room/A", 1, "old"), Image("room/B", 7, "b")], Token);
            await store.WriteAsync([Image("room/A", 2, "new")], Token);
        }

        using var again = Open();

        Assert.Equal(("new", 2), await Read(again, "room/A"));
        Assert.Equal(("b", 7), await Read(again, "room/B"));
        Assert.Null(await again.ReadAsync("room/C", Token));
        Assert.Equal(["room/A", "room/B"], await Keys(again));
    }

    [Fact]
    public async Task Holds_exactly_the_bulks_that_were_written_whole_when_killed_at_any_byte()
    {
        long[] ends;
        using (var store = Open())
        {
            ends = [SegmentLength(), await After(store, 1), await After(store, 2), await After(store, 3)];
        }

        var whole = await File.ReadAllBytesAsync(SegmentFile, Token);
        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(SegmentFile, whole[..length], Token);
            using var store = Open();
            var bulks = Math.Max(0, ends.Count(end => end <= length) - 1);

            Assert.Equal(bulks == 0 ? null : ($"a{bulks}", bulks), await Read(store, "a"));
            Assert.Equal(bulks == 0 ? null : ($"b{bulks}", bulks), await Read(store, "b"));
        }

        async Task<long> After(FileCheckpoints store, int bulk)
        {
            await store.WriteAsync([Image("a", bulk, $"a{bulk}"), Image("b", bulk, $"b{bulk}")], Token);
            return SegmentLength();
        }
    }

    [Fact]
    public async Task Goes_on_writing_after_a_torn_tail()
    {
        using (var store = Open())
        {
            await store.WriteAsync([Image("a", 1, "kept")], Token);
            await store.WriteAsync([Image("a", 2, "torn in the middle")], Token);
        }

        Cut(SegmentFile, bytes: 9);
        using (var store = Open())
        {
            await store.WriteAsync([Image("b", 3, "next")], Token);
        }

        using var again = Open();

        Assert.Equal(("kept", 1), await Read(again, "a"));
        Assert.Equal(("next", 3), await Read(again, "b"));
    }

    [Fact]
    public async Task Passes_over_a_damaged_bulk_and_reads_those_behind_it()
    {
        long first;
        using (var store = Open())
        {
            await store.WriteAsync([Image("a", 1, "before"), Image("b", 1, "before")], Token);
            first = SegmentLength();
            await store.WriteAsync([Image("a", 2, "damaged")], Token);
            await store.WriteAsync([Image("b", 3, "behind")], Token);
        }

        Flip(SegmentFile, at: first + 30);
        using var again = Open();

        Assert.Equal(("before", 1), await Read(again, "a"));
        Assert.Equal(("behind", 3), await Read(again, "b"));
    }

    [Fact]
    public async Task Stays_short_and_complete_when_the_same_keys_are_written_again_and_again()
    {
        using (var store = Open(smallest: 4_000))
        {
            for (var version = 1; version <= 500; version++)
                await store.WriteAsync([Image("a", version, new string('x', 100)), Image($"k{version % 7}", version, "small")], Token);
        }

        using var again = Open();

        Assert.True(SegmentLength() < 5_000, $"the segment has {SegmentLength()} bytes");
        Assert.Equal((new string('x', 100), 500), await Read(again, "a"));
        Assert.Equal(8, (await Keys(again)).Count);
        Assert.Equal(("small", 497), await Read(again, "k0"));
    }

    [Fact]
    public async Task Takes_the_newest_segment_when_a_crash_left_two()
    {
        using (var store = Open())
        {
            await store.WriteAsync([Image("a", 1, "outdated")], Token);
        }

        var outdated = await File.ReadAllBytesAsync(SegmentFile, Token);
        using (var store = Open(smallest: 1))
        {
            for (var version = 2; version <= 6; version++)
                await store.WriteAsync([Image("a", version, "current")], Token);
        }

        await File.WriteAllBytesAsync(_scratch.Of("checkpoints-00000001.log"), outdated, Token);
        await File.WriteAllBytesAsync(_scratch.Of("checkpoints-00000099.log.new"), [1, 2, 3], Token);
        using var again = Open();

        Assert.Equal(("current", 6), await Read(again, "a"));
        Assert.Single(Directory.EnumerateFiles(_scratch.Path, "checkpoints-*"));
    }

    [Fact]
    public void Refuses_a_folder_that_a_newer_version_wrote_and_says_what_to_do()
    {
        Open().Dispose();
        var newer = SegmentFormat.Header();
        newer[8] = 2;
        var sum = new Crc32C();
        sum.Append(newer.AsSpan(0, 12));
        BitConverter.GetBytes(sum.Value).CopyTo(newer, 12);
        File.WriteAllBytes(SegmentFile, newer);

        var refusal = Assert.Throws<CheckpointFormatException>(() => Open());

        Assert.Contains("written by a newer version (format 2; this one reads up to 1)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(newer, File.ReadAllBytes(SegmentFile));
    }

    [Fact]
    public void Refuses_a_file_that_is_none_of_ours()
    {
        File.WriteAllText(_scratch.Of("checkpoints-00000001.log"), "somebody else's log, with many lines");

        var refusal = Assert.Throws<CheckpointFormatException>(() => Open());

        Assert.Contains("is not a file of checkpoints", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_used_by_one_process_at_a_time()
    {
        using var first = Open();

        var refusal = Assert.Throws<CheckpointsUnavailableException>(() => Open());

        Assert.Contains("another process has it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_by_crc_32c()
    {
        // The check value of CRC-32C over the nine digits, as every catalogue of CRCs gives it.
        var sum = new Crc32C();
        sum.Append("1234"u8);
        sum.Append("56789"u8);

        Assert.Equal(0xE3069283u, sum.Value);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    string SegmentFile => Directory.EnumerateFiles(_scratch.Path, "checkpoints-*.log").Single();

    FileCheckpoints Open(long smallest = 64 << 20) => new(_scratch.Path, NullLogger<FileCheckpoints>.Instance, smallest);

    long SegmentLength() => new FileInfo(SegmentFile).Length;

    static Checkpoint Image(string key, long version, string text) => new(key, version, Encoding.UTF8.GetBytes(text));

    static async Task<(string Text, long Version)?> Read(FileCheckpoints store, string key) =>
        await store.ReadAsync(key, Token) is { } found ? (Encoding.UTF8.GetString(found.Image.Span), found.Version) : null;

    static async Task<List<string>> Keys(FileCheckpoints store)
    {
        var keys = new List<string>();
        await foreach (var checkpoint in store.ReadAllAsync(Token))
            keys.Add(checkpoint.Key);
        return [.. keys.Order(StringComparer.Ordinal)];
    }

    static void Cut(string file, int bytes)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength(stream.Length - bytes);
    }

    static void Flip(string file, long at)
    {
        using var stream = File.Open(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        var value = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(value ^ 0x40));
    }
}
