using DcOps.Domain.History;
using DcOps.History.Feed;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static DcOps.History.Tests.Conformance.SampleRows;

namespace DcOps.History.Tests.Influx;

/// <summary>An outage of a real InfluxDB, as the feed lives through it.</summary>
public sealed class FeedOverInflux1Tests
{
    [Fact]
    public async Task Every_row_offered_before_during_and_after_an_outage_is_there_once()
    {
        using var folder = new ScratchFolder();
        await using var daemon = new InfluxDaemon();
        await daemon.StartAsync(TestContext.Current.CancellationToken);
        await using var store = new Influx1Store(daemon);
        var time = new FakeTimeProvider(Start);
        using var feed = new HistoryFeed(store.Writer, new FeedOptions(folder.Of("spool")), store.Metrics, time, NullLogger<HistoryFeed>.Instance);
        feed.Open();

        await OfferAsync(feed, from: 0, to: 20);
        await store.TakeAwayAsync();
        await OfferAsync(feed, from: 20, to: 40);
        Assert.Equal((1_000, 0), (store.Metrics.SpoolRows.Value, store.Metrics.StoreUp.Value));
        await store.BringBackAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await OfferAsync(feed, from: 40, to: 60);
        await feed.StopAsync(TestContext.Current.CancellationToken);

        foreach (var rack in Enumerable.Range(0, 50))
        {
            var rows = await store.Reader.RackMinutesAsync(RackMinute(rack: Rack(rack)).Rack, At(0), At(60), TestContext.Current.CancellationToken);
            Assert.Equal(Enumerable.Range(0, 60).Select(minute => RackMinute(minute, rack: Rack(rack))), rows);
        }

        Assert.Equal((0, 1), (store.Metrics.SpoolRows.Value, store.Metrics.StoreUp.Value));
    }

    static async Task OfferAsync(HistoryFeed feed, int from, int to)
    {
        foreach (var minute in Enumerable.Range(from, to - from))
        {
            feed.Offer(HistoryBatch.Empty with { RackMinutes = [.. Enumerable.Range(0, 50).Select(rack => RackMinute(minute, rack: Rack(rack)))] });
            await feed.TurnAsync();
        }
    }

    static string Rack(int rack) => $"NJ-01/R01/A{rack:00}";
}
