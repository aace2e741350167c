using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.History;
using DcOps.History.Embedded;
using DcOps.History.Feed;
using DcOps.HistoryWriter;
using Microsoft.Extensions.Logging.Abstractions;
using Prometheus;

// store FOLDER: minute after minute into the embedded store. hold FOLDER: opens it and waits.
// spool FOLDER: minute after minute into the feed's spool, its store being away.
// Prints the number of each minute that is promised to survive a kill, from then on.
var start = new DateTimeOffset(2025, 6, 20, 0, 0, 0, TimeSpan.Zero);
var racks = Enumerable.Range(0, 500).Select(rack => RackId.Parse($"NJ-01/R01/A{rack:000}")).ToImmutableArray();

HistoryBatch Minute(int number) => HistoryBatch.Empty with
{
    RackMinutes = [.. racks.Select(rack => new RackMinute(
        rack, start.AddMinutes(number), new MinuteRollup(1, 2, 3, number), null, new Energy(number), IntervalQuality.Measured))],
};

switch (args)
{
    case [("store" or "hold") and var what, var folder]:
        var options = new EmbeddedOptions(folder, KeepDays: 36_500, RecentRows: 20_000, MemoryMegabytes: 256, Threads: 2);
        await using (var store = new EmbeddedHistory(options, TimeProvider.System, NullLogger<EmbeddedHistory>.Instance))
        {
            await store.OpenAsync(CancellationToken.None);
            Console.WriteLine("open");
            for (var number = 0; what == "store"; number++)
            {
                await store.WriteAsync(Minute(number), CancellationToken.None);
                Console.WriteLine(number);
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        }

        return 0;
    case ["spool", var folder]:
        using (var feed = new HistoryFeed(
            new AbsentStore(), new FeedOptions(folder), new HistoryMetrics(Metrics.NewCustomRegistry()), TimeProvider.System, NullLogger<HistoryFeed>.Instance))
        {
            feed.Open();
            for (var number = 0; ; number++)
            {
                feed.Offer(Minute(number));
                await feed.TurnAsync();
                Console.WriteLine(number);
            }
        }

    default:
        return 2;
}
