using DcOps.Domain.History;
using DcOps.History.Feed;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.History.Tests.Feed;

/// <summary>A feed whose clock, store and folder are the test's.</summary>
sealed class FeedBench : IDisposable
{
    readonly ScratchFolder _folder = new();

    public FeedBench(Func<FeedOptions, FeedOptions>? change = null)
    {
        Options = (change ?? (options => options))(new FeedOptions(_folder.Of("spool")));
        Feed = Open();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    public StubStore Store { get; } = new();

    public FeedOptions Options { get; }

    public HistoryMetrics Metrics { get; } = new(Prometheus.Metrics.NewCustomRegistry());

    public HistoryFeed Feed { get; private set; }

    public void Offer(params HistoryBatch[] batches)
    {
        foreach (var batch in batches)
            Feed.Offer(batch);
    }

    /// <summary>Lets the pause after failures pass and takes one round.</summary>
    public Task TurnLaterAsync()
    {
        Time.Advance(Options.LongestRetry);
        return Feed.TurnAsync();
    }

    /// <summary>A new feed on the files of the old one, which is dropped as a crash drops it: nothing flushed, nothing said.</summary>
    public void Crash() => Feed = Open();

    public void Dispose()
    {
        Feed.Dispose();
        _folder.Dispose();
    }

    HistoryFeed Open()
    {
        var feed = new HistoryFeed(Store, Options, Metrics, Time, NullLogger<HistoryFeed>.Instance);
        feed.Open();
        return feed;
    }
}
