using System.Text;
using DcOps.Grains.Journal;
using DcOps.Silo.Host.Journal;
using DcOps.Testing;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains.Tests.Journal;

public sealed class FileJournalTests : IDisposable
{
    readonly ScratchFolder _scratch = new();
    readonly WrittenLog<FileJournal> _log = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Gives_back_every_record_of_an_owner_in_order_after_a_restart()
    {
        await using (var journal = Open())
        {
            Append(journal, "room/A", "a1", basis: 7);
            Append(journal, "room/B", "b1");
            Append(journal, "room/A", "a2");
            await journal.FlushAsync();
            Copy("after");
        }

        await using var again = Open("after");

        var records = await Read(again, "room/A");
        Assert.Equal([("a1", 7L), ("a2", 0L)], records);
        Assert.Equal([("b1", 0L)], await Read(again, "room/B"));
        Assert.Empty(await Read(again, "room/C"));
    }

    [Fact]
    public async Task Holds_exactly_the_records_that_were_written_whole_when_killed_at_any_byte()
    {
        await using (var journal = Open())
        {
            for (var number = 0; number < 6; number++)
            {
                Append(journal, "room/A", $"record {number}");
                if (number % 2 == 1)
                    await journal.FlushAsync();
            }

            Copy("whole");
        }

        var whole = await File.ReadAllBytesAsync(FileOf("whole"), Token);
        var length = (whole.Length - JournalFormat.HeaderLength) / 6;
        for (var cut = JournalFormat.HeaderLength; cut <= whole.Length; cut++)
        {
            await File.WriteAllBytesAsync(FileOf("whole"), whole[..cut], Token);
            await using (var journal = Open("whole"))
                Assert.Equal((cut - JournalFormat.HeaderLength) / length, (await Read(journal, "room/A")).Count);
        }
    }

    [Fact]
    public async Task Goes_on_behind_a_torn_tail()
    {
        await WriteThree();
        Damage("after", fromEnd: 3, bytes: 3);
        await using (var journal = Open("after"))
        {
            Append(journal, "room/A", "next");
            await journal.FlushAsync();
            Copy("later", from: "after");
        }

        await using var again = Open("later");

        Assert.Equal(["one", "two", "next"], (await Read(again, "room/A")).Select(record => record.Text));
        Assert.Contains(_log.Lines, line => line.Message.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_file_and_byte_of_damage_and_reads_on_behind_it()
    {
        await WriteThree();
        Damage("after", fromEnd: RecordLength("three") + 2, bytes: 1);

        await using var journal = Open("after");

        Assert.Equal(["one", "three"], (await Read(journal, "room/A")).Select(record => record.Text));
        var line = Assert.Single(_log.Lines, line => line.Level == LogLevel.Error);
        Assert.Contains($"{FileOf("after")} is damaged at byte {JournalFormat.HeaderLength + RecordLength("one")}", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_nothing_of_a_torn_group_behind_its_first_hole()
    {
        // A power cut may leave the last group's later pages on the disk and not its earlier ones.
        await using (var journal = Open())
        {
            Append(journal, "room/A", "one");
            await journal.FlushAsync();
            Append(journal, "room/A", "two");
            Append(journal, "room/A", "three");
            await journal.FlushAsync();
            Copy("after");
        }

        // In one group only when the writer had not taken the first of them yet; both are what the disk may hold.
        var bytes = await File.ReadAllBytesAsync(FileOf("after"), Token);
        var third = bytes.Length - RecordLength("three");
        JournalFormat.Write(
            bytes.AsSpan(third), RecordLength("one"), 0, Site.Start, "room/A"u8, "three"u8);
        bytes.AsSpan(third - 2, 2).Clear();
        await File.WriteAllBytesAsync(FileOf("after"), bytes, Token);

        await using var again = Open("after");

        Assert.Equal(["one"], (await Read(again, "room/A")).Select(record => record.Text));
        Assert.DoesNotContain(_log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Refuses_a_newer_version_in_words()
    {
        await WriteThree();
        var bytes = await File.ReadAllBytesAsync(FileOf("after"), Token);
        var header = JournalFormat.Header(0);
        header[8] = 2;
        var crc = new Silo.Host.Checkpoints.Crc32C();
        crc.Append(header.AsSpan(0, 20));
        BitConverter.TryWriteBytes(header.AsSpan(20), crc.Value);
        header.CopyTo(bytes.AsSpan());
        await File.WriteAllBytesAsync(FileOf("after"), bytes, Token);

        var refused = Assert.Throws<JournalFormatException>(() => Open("after"));

        Assert.Contains("newer version (format 2; this one reads up to 1)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletes_a_file_when_every_owner_is_covered_and_not_before()
    {
        await using var journal = Open(segment: 4_096);
        for (var number = 0; number < 100; number++)
        {
            Append(journal, number % 2 == 0 ? "room/A" : "room/B", new string('x', 200));
            await journal.FlushAsync();
        }

        var files = Files("journal");
        Assert.True(files > 3);
        Cover(journal, "room/A");
        Assert.Equal(files, Files("journal"));
        Cover(journal, "room/B");
        Assert.Equal(1, Files("journal"));
    }

    [Fact]
    public async Task Is_empty_after_an_orderly_stop()
    {
        await using (var journal = Open())
        {
            Append(journal, "room/A", "one");
            await journal.FlushAsync();
            Cover(journal, "room/A");
        }

        Assert.Equal(0, Files("journal"));
        Assert.False(FileJournal.HasRecords(_scratch.Of("journal")));
    }

    [Fact]
    public async Task Asks_for_images_when_half_full_refuses_when_full_and_takes_again_when_covered()
    {
        await using var journal = Open(segment: 4_096, most: 1 << 16);
        IDeliveryJournal port = journal;
        var (a, b) = (port.Open("room/A"), port.Open("room/B"));
        Append(journal, "room/A", "first");
        while (!a.IsWanted)
        {
            Assert.NotNull(b.Append(0, Site.Start, new byte[1_000]));
            await journal.FlushAsync();
        }

        Assert.True(journal.DurableThrough > 1 << 15);
        while (b.Append(0, Site.Start, new byte[1_000]) is not null)
            await journal.FlushAsync();

        Assert.Null(a.Append(0, Site.Start, "refused"u8));
        Assert.True(Directory.EnumerateFiles(_scratch.Of("journal")).Sum(file => new FileInfo(file).Length) < (1 << 16) + 8_192);
        Cover(journal, "room/A");
        Cover(journal, "room/B");
        Assert.NotNull(a.Append(0, Site.Start, "taken"u8));
    }

    [Fact]
    public async Task Finds_an_owners_records_again_without_a_restart()
    {
        await using var journal = Open(segment: 4_096);
        for (var number = 0; number < 40; number++)
        {
            Append(journal, "room/A", $"a{number}");
            Append(journal, "room/B", new string('x', 300));
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(number => $"a{number}"), (await Read(journal, "room/A")).Select(record => record.Text));
    }

    [Fact]
    public async Task Lets_go_of_owners_that_the_inventory_does_not_have_and_names_them()
    {
        await WriteThree();

        await using (Open("after", isOwner: static _ => false))
            Assert.Equal(0, Files("after"));

        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Error && line.Message.Contains("room/A", StringComparison.Ordinal));
    }

    /// <summary>Three flush groups of one record each, in the folder <c>after</c>.</summary>
    async Task WriteThree()
    {
        await using var journal = Open();
        foreach (var text in (string[])["one", "two", "three"])
        {
            Append(journal, "room/A", text);
            await journal.FlushAsync();
        }

        Copy("after");
    }

    FileJournal Open(string folder = "journal", int segment = 1 << 20, long most = 1 << 30, Func<string, bool>? isOwner = null) => new(
        _scratch.Of(folder), new() { Pace = TimeSpan.Zero, SegmentBytes = segment, MostBytes = most }, isOwner ?? (static _ => true),
        TimeProvider.System, _log);

    static void Append(FileJournal journal, string owner, string text, long basis = 0) =>
        Assert.NotNull(((IDeliveryJournal)journal).Open(owner).Append(basis, Site.Start, Encoding.UTF8.GetBytes(text)));

    static void Cover(FileJournal journal, string owner)
    {
        var place = ((IDeliveryJournal)journal).Open(owner);
        place.Cover(place.Position);
    }

    static async Task<List<(string Text, long Basis)>> Read(FileJournal journal, string owner)
    {
        var texts = new List<(string, long)>();
        await foreach (var record in ((IDeliveryJournal)journal).Open(owner).ReadAsync(Token))
            texts.Add((Encoding.UTF8.GetString(record.Batches.Span), record.Basis));
        return texts;
    }

    static int RecordLength(string text) => JournalFormat.LengthOf("room/A"u8, Encoding.UTF8.GetBytes(text));

    static CancellationToken Token => TestContext.Current.CancellationToken;

    string FileOf(string folder) => _scratch.Of(folder, JournalSegment.NameOf(1));

    int Files(string folder) => Directory.EnumerateFiles(_scratch.Of(folder), "journal-*.log").Count();

    /// <summary>The folder as a crash at this moment leaves it.</summary>
    void Copy(string to, string from = "journal")
    {
        Directory.CreateDirectory(_scratch.Of(to));
        foreach (var file in Directory.EnumerateFiles(_scratch.Of(from), "*.log"))
            File.Copy(file, _scratch.Of(to, Path.GetFileName(file)));
    }

    void Damage(string folder, int fromEnd, int bytes)
    {
        var file = Directory.EnumerateFiles(_scratch.Of(folder), "*.log").Order(StringComparer.Ordinal).First();
        var content = File.ReadAllBytes(file);
        for (var at = content.Length - fromEnd; at < content.Length - fromEnd + bytes; at++)
            content[at] ^= 0x5A;
        File.WriteAllBytes(file, content);
    }
}
