using DcOps.Domain.History;
using DcOps.History.Feed;
using DcOps.Testing;
using Microsoft.Extensions.Time.Testing;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Feed;

public sealed class SpoolTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
    readonly List<Spool> _opened = [];

    string[] Files => [.. Directory.EnumerateFiles(_folder.Path).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        foreach (var spool in _opened)
            spool.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Batches_come_back_in_order_and_are_gone_when_done()
    {
        var spool = Open();
        foreach (var minute in Enumerable.Range(0, 5))
            spool.Append(Batch(RackMinute(minute)));

        var (batch, tickets) = spool.Peek(maximumRows: 3);
        spool.Done(tickets);

        Assert.Equal([RackMinute(0), RackMinute(1), RackMinute(2)], batch.RackMinutes);
        Assert.Equal([RackMinute(3), RackMinute(4)], spool.Peek(maximumRows: 3).Batch.RackMinutes);
        Assert.Equal(2, spool.Rows);
    }

    [Fact]
    public void A_batch_larger_than_asked_for_comes_alone()
    {
        var spool = Open();
        spool.Append(Batch(RackMinute(0), RackMinute(1), RackMinute(2)));
        spool.Append(Batch(RackMinute(3)));

        Assert.Equal(3, spool.Peek(maximumRows: 2).Batch.Rows);
    }

    [Fact]
    public void An_emptied_spool_leaves_no_file()
    {
        var spool = Open();
        spool.Append(Batch(RackMinute(0)));
        spool.Append(Batch(FacilityMinute()));

        spool.Done(spool.Peek(maximumRows: 10).Tickets);

        Assert.True(spool.IsEmpty);
        Assert.Equal(default, spool.Newest);
        Assert.Equal(0, spool.Bytes);
        Assert.Empty(Files);
    }

    [Fact]
    public void What_was_done_out_of_order_does_not_come_again()
    {
        var spool = Open();
        spool.Append(Batch(RackMinute(0)));
        var second = spool.Append(Batch(RackMinute(1)));
        spool.Append(Batch(RackMinute(2)));

        spool.Done([second]);

        Assert.Equal([RackMinute(0), RackMinute(2)], spool.Peek(maximumRows: 10).Batch.RackMinutes);
        Assert.Equal(2, spool.Rows);
    }

    [Fact]
    public void Everything_is_there_after_a_crash_and_new_batches_follow()
    {
        var before = Open();
        before.Append(Batch(RackMinute(0)));
        before.Append(Batch(Interval()));

        var after = Open();
        after.Append(Batch(RackMinute(1)));

        Assert.Equal(3, after.Rows);
        var (first, tickets) = after.Peek(maximumRows: 10);
        Assert.Equal([RackMinute(0)], first.RackMinutes);
        Assert.Equal([Interval()], first.Intervals);
        after.Done(tickets);
        Assert.Equal([RackMinute(1)], after.Peek(maximumRows: 10).Batch.RackMinutes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_torn_last_record_is_left_out_and_counted(int bytesMissing)
    {
        using (var before = Open())
        {
            before.Append(Batch(RackMinute(0)));
            before.Append(Batch(RackMinute(1)));
        }

        Cut(Files[0], bytesMissing);
        var after = Open();

        Assert.Equal([RackMinute(0)], after.Peek(maximumRows: 10).Batch.RackMinutes);
        Assert.InRange(after.CorruptBytes, 1, 200);
    }

    [Fact]
    public void A_damaged_record_is_left_out_and_those_around_it_are_not()
    {
        using (var before = Open())
        {
            before.Append(Batch(RackMinute(0)));
            var damaged = before.Append(Batch(RackMinute(1)));
            before.Append(Batch(RackMinute(2)));
            Flip(Files[0], damaged.Offset + damaged.Length / 2);
        }

        var after = Open();

        Assert.Equal([RackMinute(0), RackMinute(2)], after.Peek(maximumRows: 10).Batch.RackMinutes);
        Assert.Equal(2, after.Rows);
        after.Done(after.Peek(maximumRows: 10).Tickets);
        Assert.Empty(Files);
    }

    [Fact]
    public void A_file_cut_before_its_first_record_is_removed()
    {
        File.WriteAllBytes(_folder.Of("0000000007.spool"), "DCO"u8.ToArray());

        var spool = Open();

        Assert.True(spool.IsEmpty);
        Assert.Empty(Files);
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        var path = _folder.Of("0000000001.spool");
        File.WriteAllBytes(path, "DCOSPOL2 and what it may hold"u8.ToArray());

        var refusal = Assert.Throws<HistoryRefusedException>(() => Open());

        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_full_spool_gives_up_its_oldest_rows_and_counts_them()
    {
        var spool = Open(limitBytes: 4_000, segmentBytes: 1_000);
        foreach (var minute in Enumerable.Range(0, 100))
            spool.Append(Batch(RackMinute(minute)));

        var kept = new List<HistoryBatch>();
        for (var (batch, tickets) = spool.Peek(maximumRows: 100); tickets.Length > 0; (batch, tickets) = spool.Peek(maximumRows: 100))
        {
            kept.Add(batch);
            spool.Done(tickets);
        }

        var rows = kept.SelectMany(batch => batch.RackMinutes).ToList();
        Assert.Equal(Enumerable.Range(100 - rows.Count, rows.Count).Select(minute => RackMinute(minute)), rows);
        Assert.Equal(100, rows.Count + spool.ExpiredRows);
        Assert.InRange(rows.Count, 20, 40);
    }

    [Fact]
    public void A_ticket_whose_rows_were_given_up_means_nothing()
    {
        var spool = Open(limitBytes: 600, segmentBytes: 100);
        var first = spool.Append(Batch(RackMinute(0)));
        foreach (var minute in Enumerable.Range(1, 10))
            spool.Append(Batch(RackMinute(minute)));
        var before = spool.Rows;

        spool.Done([first]);

        Assert.Equal(before, spool.Rows);
        Assert.Equal(11, spool.Rows + spool.ExpiredRows);
    }

    [Fact]
    public void It_knows_the_age_of_its_oldest_row_and_its_newest_row_of_each_kind()
    {
        var spool = Open();
        var began = _time.GetUtcNow();
        spool.Append(new([RackMinute(9), RackMinute(3)], [FacilityMinute(4)], []));
        _time.Advance(TimeSpan.FromMinutes(5));
        spool.Append(Batch(RackMinute(5)));

        Assert.Equal(began, spool.OldestAt());
        Assert.Equal(new NewestRows(At(9).UtcTicks, At(4).UtcTicks, null), spool.Newest);
    }

    static void Cut(string path, int bytes)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length - bytes);
    }

    static void Flip(string path, long offset)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Position = offset;
        var value = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(value ^ 0x10));
    }

    Spool Open(long limitBytes = 1 << 20, int segmentBytes = 1 << 16)
    {
        _opened.Add(new(new FeedOptions(_folder.Path, SpoolBytes: limitBytes) { SegmentBytes = segmentBytes }, _time));
        return _opened[^1];
    }
}
