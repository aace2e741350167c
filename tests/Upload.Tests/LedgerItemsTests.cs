using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Testing;
using DcOps.Upload.Configuration;
using DcOps.Upload.Feed;
using DcOps.Upload.Items;
using DcOps.Upload.Spool;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Upload.Tests;

public sealed class LedgerItemsTests : IDisposable
{
    static readonly FacilityId Facility = FacilityId.Parse("NJ-01");

    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(Sample.Day);
    readonly FakeEvidence _ledger = new();
    readonly UploadOptions _options = Sample.Plan(Sample.Json("http://127.0.0.1:1/")).Options;

    [Fact]
    public async Task Quarter_hours_come_as_they_end_and_the_day_with_its_last()
    {
        _time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(4, await TakeAsync());

        _time.Advance(TimeSpan.FromHours(24));

        // 94 more quarter-hours of two meters, the day of both, and two quarter-hours of the next day.
        Assert.Equal((94 * 2) + 2 + 4, await TakeAsync());
        Assert.Equal([0.0024m, 24m], Items(ItemSpan.Day).Select(item => item.Value));
    }

    [Fact]
    public async Task A_quarter_hour_waits_for_a_late_meter_half_an_hour_and_no_longer()
    {
        _ledger.Counts = (meter, at) => meter == "ups" && at >= Sample.Day.AddMinutes(15) ? null : 250;
        _time.Advance(TimeSpan.FromMinutes(59));
        await TakeAsync();
        Assert.Equal(2, Items(ItemSpan.Quarter).Length);

        _time.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync();

        Assert.Equal(["3300.main", "3300.main", "3300.ups"], Items(ItemSpan.Quarter).Select(item => item.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_closed_day_goes_again_and_only_what_changed_has_a_revision_more()
    {
        await TakeAsync();
        _time.Advance(TimeSpan.FromHours(24));
        await TakeAsync();
        var changed = Sample.Day.AddHours(3);
        _ledger.Counts = (meter, at) => meter == "ups" && at == changed ? 1_250 : 250;
        _time.Advance(TimeSpan.FromMinutes(1));
        _ledger.Closed.Add(new(
            Facility, PeriodKind.Day, BusinessCalendar.Shanghai.DayOf(Sample.Day), [new(1, _time.GetUtcNow(), "ledger", "close", new([], []))]));

        Assert.Equal(2, await TakeAsync());
        Assert.Equal(0, await TakeAsync());

        Assert.Equal(
            [(ItemSpan.Quarter, changed, 1.25m, 2), (ItemSpan.Day, Sample.Day, 25m, 2)],
            Items(null).Where(item => item.Revision > 1).OrderBy(item => item.Span).Select(item => (item.Span, item.PeriodStart, item.Value, item.Revision)));
    }

    [Fact]
    public async Task A_month_is_the_sum_of_its_days()
    {
        await TakeAsync();
        _time.Advance(TimeSpan.FromDays(30));
        await TakeAsync();

        // Taken from 2 March on; what the ledger knows of the whole month counts.
        Assert.Equal(31 * 96 * 0.25m, Assert.Single(Items(ItemSpan.Month), item => item.Code == "3300.ups").Value);
        Assert.Equal(30, Items(ItemSpan.Day).Count(item => item.Code == "3300.ups"));
    }

    [Fact]
    public async Task A_day_says_when_the_reading_nearest_to_its_end_was_taken()
    {
        _ledger.Readings.AddRange(
        [
            new(Sample.Day.AddDays(1).AddMinutes(-7), 1), new(Sample.Day.AddDays(1).AddSeconds(20), 2), new(Sample.Day.AddDays(1).AddMinutes(8), 3),
        ]);
        var items = new LedgerItems(_ledger, _options, _time);
        var begin = await items.ReadAsync(Facility, "", 100, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromHours(25));

        var page = await items.ReadAsync(Facility, begin.After, 1_000, TestContext.Current.CancellationToken);

        var days = page.Items.Where(item => item.Span == ItemSpan.Day).ToList();
        Assert.Equal(2, days.Count);
        Assert.All(days, day => Assert.Equal(Sample.Day.AddDays(1).AddSeconds(20), day.ReadAt));
        Assert.All(page.Items.Where(item => item.Span == ItemSpan.Quarter), quarter => Assert.Null(quarter.ReadAt));
    }

    [Fact]
    public void A_place_is_read_back_and_what_is_none_begins_anew()
    {
        var place = new LedgerPlace(Sample.Day, Sample.Day.AddTicks(7), PeriodKind.Month, Sample.Day.AddDays(-1));

        Assert.Equal(place, LedgerPlace.Parse(place.ToString()));
        Assert.Null(LedgerPlace.Parse("torn|"));
    }

    public void Dispose() => _folder.Dispose();

    Task<int> TakeAsync() => new ItemFeed(
        _options, new LedgerItems(_ledger, _options, _time), Spool(), _folder.Path, _time, NullLogger<ItemFeed>.Instance)
        .TakeAsync(TestContext.Current.CancellationToken);

    ItemSpool Spool() => ItemSpool.Open(_folder.Of("spool"), ["province"], new(), NullLogger<ItemSpool>.Instance);

    UploadItem[] Items(ItemSpan? span) =>
        [.. Spool().ItemsOf(new(2026, 1, 1), new(2027, 1, 1)).Where(item => span is null || item.Span == span)];
}
