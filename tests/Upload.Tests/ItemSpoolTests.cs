using System.Globalization;
using DcOps.Domain.Ledger;
using DcOps.Testing;
using DcOps.Upload.Configuration;
using DcOps.Upload.Spool;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Upload.Tests;

public sealed class ItemSpoolTests : IDisposable
{
    const string Province = "province";
    const string Nation = "nation";

    readonly ScratchFolder _folder = new();
    readonly DateTimeOffset _now = Sample.Day.AddDays(1).AddHours(1);

    [Fact]
    public void An_item_is_kept_once_however_often_it_comes()
    {
        var spool = Open();

        Assert.Equal(96, spool.Append(Sample.Quarters(Sample.Day, 96)));
        Assert.Equal(0, spool.Append(Sample.Quarters(Sample.Day, 96)));
        Assert.Equal(0, Open().Append(Sample.Quarters(Sample.Day, 96)));
        Assert.Equal(1, spool.Append(Sample.Quarters(Sample.Day, 1, revision: 2)));
        Assert.Equal(97, spool.PendingOf(Province).Count);
    }

    [Fact]
    public void Each_destination_has_its_own_acknowledgements_and_they_survive_a_restart()
    {
        var spool = Open();
        spool.Append(Sample.Quarters(Sample.Day, 10));
        var taken = spool.Take(Province, UploadLane.Backlog, 4, _now);

        spool.Settle(Province, taken, ItemState.Acknowledged);
        spool.Settle(Nation, spool.Take(Nation, UploadLane.Backlog, 1, _now), ItemState.Refused);

        var again = Open();
        Assert.Equal((6, 9), (again.PendingOf(Province).Count, again.PendingOf(Nation).Count));
        Assert.Equal(Sample.Day.AddMinutes(60), again.Take(Province, UploadLane.Backlog, 1, _now)[0].Item.PeriodStart);
        Assert.Equal(Sample.Day, Assert.Single(again.RefusedBy(Nation)).PeriodStart);
        Assert.Empty(again.RefusedBy(Province));
    }

    [Fact]
    public void What_is_live_is_one_lane_and_what_is_old_another_each_in_order_of_its_periods()
    {
        var spool = Open();
        spool.Append([.. Sample.Quarters(Sample.Day, 192).Reverse()]);

        var live = spool.Take(Province, UploadLane.Live, 100, _now);
        var backlog = spool.Take(Province, UploadLane.Backlog, 200, _now);

        // 01:00: what ended at 00:00 to 00:45; what ends at 01:00 is due two minutes later.
        Assert.Equal([1_425, 1_440, 1_455, 1_470], live.Select(each => (int)(each.Item.PeriodStart - Sample.Day).TotalMinutes));
        Assert.Equal(Enumerable.Range(0, 95).Select(number => number * 15), backlog.Select(each => (int)(each.Item.PeriodStart - Sample.Day).TotalMinutes));
    }

    [Theory]
    [InlineData(ItemSpan.Quarter, 0, "00:16:59", UploadLane.Later)]
    [InlineData(ItemSpan.Quarter, 0, "00:17:00", UploadLane.Live)]
    [InlineData(ItemSpan.Quarter, 0, "01:15:01", UploadLane.Backlog)]
    [InlineData(ItemSpan.Day, 0, "1.00:09:59", UploadLane.Later)]
    [InlineData(ItemSpan.Day, 0, "1.00:10:00", UploadLane.Live)]
    [InlineData(ItemSpan.Day, 0, "2.12:00:01", UploadLane.Backlog)]
    [InlineData(ItemSpan.Month, -1, "31.00:29:59", UploadLane.Later)]
    [InlineData(ItemSpan.Month, -1, "31.00:30:00", UploadLane.Live)]
    [InlineData(ItemSpan.Month, -1, "34.00:00:01", UploadLane.Backlog)]
    public void An_item_is_due_shortly_after_its_period_and_live_for_a_while(ItemSpan span, int days, string after, UploadLane lane)
    {
        var from = Sample.Day.AddDays(days);

        Assert.Equal(lane, LiveTimes.LaneOf(Sample.Item(span, from, 1), from + TimeSpan.Parse(after, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_crash_at_any_byte_loses_no_whole_item_and_the_next_append_goes_on()
    {
        Open().Append(Sample.Quarters(Sample.Day, 6));
        var file = Assert.Single(Directory.GetFiles(_folder.Path, "*.items"));
        var bytes = File.ReadAllBytes(file);

        for (var length = 0; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(file, bytes[..length]);
            var whole = bytes.AsSpan(0, length).Count((byte)'\n');

            var spool = Open();
            Assert.Equal(whole, spool.PendingOf(Province).Count);
            spool.Append(Sample.Quarters(Sample.Day, 6));

            Assert.Equal(Sample.Quarters(Sample.Day, 6), Open().Take(Province, UploadLane.Backlog, 10, _now).Select(each => each.Item));
        }
    }

    [Fact]
    public void A_torn_acknowledgement_is_asked_for_again_and_nothing_else()
    {
        var spool = Open();
        spool.Append(Sample.Quarters(Sample.Day, 5));
        spool.Settle(Province, spool.Take(Province, UploadLane.Backlog, 3, _now), ItemState.Acknowledged);
        var file = Directory.GetFiles(_folder.Path, "*.province.acks").Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^3]);

        var again = Open();
        Assert.Equal([2, 3, 4], again.Take(Province, UploadLane.Backlog, 9, _now).Select(each => each.Line));
        again.Settle(Province, again.Take(Province, UploadLane.Backlog, 9, _now), ItemState.Acknowledged);

        Assert.Equal(0, Open().PendingOf(Province).Count);
    }

    [Fact]
    public void A_damaged_line_costs_its_own_item_alone()
    {
        var spool = Open();
        spool.Append(Sample.Quarters(Sample.Day, 5));
        spool.Settle(Province, spool.Take(Province, UploadLane.Backlog, 1, _now), ItemState.Acknowledged);
        var file = Assert.Single(Directory.GetFiles(_folder.Path, "*.items"));
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Equal([1, 3, 4], Open().Take(Province, UploadLane.Backlog, 9, _now).Select(each => each.Line));
        Assert.Equal(3, Open().PendingOf(Province).Count);
    }

    [Fact]
    public void Half_a_year_is_kept_sent_or_not_and_the_day_before_goes()
    {
        var spool = Open();
        for (var day = 0; day < 184; day++)
            spool.Append([Sample.Item(ItemSpan.Day, Sample.Day.AddDays(day), day)]);
        var end = Sample.Day.AddDays(184);

        spool.Maintain(end);
        Assert.Equal(184, spool.PendingOf(Province).Count);

        spool.Maintain(end.AddDays(1));
        Assert.Equal(183, spool.PendingOf(Province).Count);
        Assert.Equal(new DateOnly(2026, 3, 3), spool.PendingOf(Province).Oldest);
        Assert.Equal(183, Open().PendingOf(Province).Count);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => Path.GetFileName(file).StartsWith("2026-03-02", StringComparison.Ordinal));
    }

    [Fact]
    public void Beyond_its_size_the_oldest_days_go()
    {
        var spool = Open(new SpoolBounds { MostBytes = 1 << 20 });
        for (var day = 0; day < 60; day++)
            spool.Append(Sample.Quarters(Sample.Day.AddDays(day), 96));

        Assert.InRange(spool.Bytes, 1 << 19, 1 << 20);
        Assert.Equal(60 * 96, spool.PendingOf(Province).Count + ((spool.PendingOf(Province).Oldest!.Value.DayNumber - new DateOnly(2026, 3, 2).DayNumber) * 96));
    }

    [Fact]
    public void A_line_can_be_read_by_people()
    {
        Open().Append([Sample.Item(ItemSpan.Day, Sample.Day, 12.5m)]);

        var line = File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.Path, "2026-03-02.items")));

        Assert.Matches("^[0-9a-f]{8} \\{.*\"code\":\"3300.main\",\"span\":\"day\",\"periodStart\":\"2026-03-01T16:00:00\\+00:00\",\"value\":12.5,.*\\}\n$", line);
    }

    public void Dispose() => _folder.Dispose();

    ItemSpool Open(SpoolBounds? bounds = null) => ItemSpool.Open(_folder.Path, [Province, Nation], bounds ?? new(), NullLogger<ItemSpool>.Instance);
}
