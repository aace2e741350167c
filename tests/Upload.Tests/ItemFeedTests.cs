using DcOps.Domain.Ledger;
using DcOps.Testing;
using DcOps.Upload.Configuration;
using DcOps.Upload.Feed;
using DcOps.Upload.Spool;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Upload.Tests;

public sealed class ItemFeedTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly FakeLedger _ledger = new();

    [Fact]
    public async Task Takes_each_figure_once_over_restarts()
    {
        _ledger.Add(Quarters(2_500));

        Assert.Equal(2_500, await TakeAsync());
        Assert.Equal(0, await TakeAsync());
        _ledger.Add(Quarters(2_600).Skip(2_400));
        Assert.Equal(100, await TakeAsync());
    }

    [Fact]
    public async Task A_feed_that_lost_its_place_offers_all_again_and_nothing_is_doubled()
    {
        _ledger.Add(Quarters(2_500));
        await TakeAsync();

        await File.WriteAllTextAsync(_folder.Of("feed.json"), "{ torn", TestContext.Current.CancellationToken);

        Assert.Equal(0, await TakeAsync());
        Assert.Equal(2_500, Spool().PendingOf("province").Count);
    }

    [Fact]
    public async Task A_corrected_figure_goes_as_the_next_revision_and_the_first_stays()
    {
        _ledger.Add(Quarters(4));
        await TakeAsync();
        _ledger.Add(FakeLedger.Figure(ItemSpan.Quarter, Sample.Day, 77_000_000));
        await TakeAsync();

        Assert.Equal(
            [(1, 0m), (2, 7.7m)],
            Spool().ItemsOf(new(2026, 3, 2), new(2026, 3, 3)).Where(item => item.PeriodStart == Sample.Day).Select(item => (item.Revision, item.Value)));
    }

    [Theory]
    [InlineData(FailedCheck.Send, 1)]
    [InlineData(FailedCheck.Hold, 0)]
    public async Task A_day_that_does_not_pass_goes_or_stays_as_the_configuration_says(FailedCheck onFailed, int days)
    {
        _ledger.Add(Quarters(86).Append(FakeLedger.Figure(ItemSpan.Day, Sample.Day, 1)));

        await TakeAsync(onFailed);

        Assert.Equal(days, Spool().ItemsOf(new(2026, 3, 2), new(2026, 3, 3)).Count(item => item.Span == ItemSpan.Day));
    }

    [Fact]
    public async Task A_day_that_was_held_goes_once_it_passes()
    {
        _ledger.Add(Quarters(86).Append(FakeLedger.Figure(ItemSpan.Day, Sample.Day, 1)));
        await TakeAsync(FailedCheck.Hold);
        _ledger.Add(Quarters(96).Skip(86).Append(FakeLedger.Figure(ItemSpan.Day, Sample.Day, 20_000)));
        await TakeAsync(FailedCheck.Hold);

        Assert.Equal([1], Spool().ItemsOf(new(2026, 3, 2), new(2026, 3, 3)).Where(item => item.Span == ItemSpan.Day).Select(item => item.Revision));
    }

    public void Dispose() => _folder.Dispose();

    static IEnumerable<EnergyItem> Quarters(int count) =>
        Enumerable.Range(0, count).Select(number => FakeLedger.Figure(ItemSpan.Quarter, Sample.Day.AddMinutes(15 * number), 1_000 * number));

    Task<int> TakeAsync(FailedCheck onFailed = FailedCheck.Send)
    {
        var json = Sample.Json("http://127.0.0.1:1/", spool: onFailed == FailedCheck.Hold ? ", \"onFailedCheck\": \"hold\"" : "");
        return new ItemFeed(
            Sample.Plan(json).Options, _ledger, Spool(), _folder.Path, TimeProvider.System, NullLogger<ItemFeed>.Instance)
            .TakeAsync(TestContext.Current.CancellationToken);
    }

    ItemSpool Spool() => ItemSpool.Open(_folder.Of("spool"), ["province"], new(), NullLogger<ItemSpool>.Instance);
}
