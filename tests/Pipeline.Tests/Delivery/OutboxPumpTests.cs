using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

public sealed class OutboxPumpTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_several_deliveries_under_way_in_order_of_sequence()
    {
        await using var bench = await BenchAsync();

        bench.Outbox.Append(TestBatches.Several(from: 1, count: 2));
        var first = await bench.Ingest.NextAsync();
        bench.Outbox.Append(TestBatches.Several(from: 3, count: 2));
        var second = await bench.Ingest.NextAsync();
        var unanswered = bench.Outbox.Count;
        second.Store();
        first.Store();

        Assert.Equal([1, 2], first.Watts);
        Assert.Equal([3, 4], second.Watts);
        Assert.Equal(4, unanswered);
    }

    [Fact]
    public async Task Forgets_a_batch_when_its_receipt_is_in()
    {
        await using var bench = await BenchAsync();
        bench.Outbox.Append(TestBatches.Several(from: 1, count: 3));

        (await bench.Ingest.NextAsync()).Answer(watts => watts switch
        {
            1 => IngestOutcome.Stored,
            2 => IngestOutcome.Duplicate,
            _ => IngestOutcome.UnknownLocation,
        });
        bench.Outbox.Append([TestBatches.Open(4)]);
        var next = await bench.Ingest.NextAsync();
        await bench.Pump.StopAsync(Token);

        Assert.Equal([4], next.Watts);
        Assert.Equal(1, bench.Outbox.Count);
    }

    [Fact]
    public async Task Sends_again_what_was_unavailable_before_anything_newer()
    {
        await using var bench = await BenchAsync();
        bench.Outbox.Append(TestBatches.Several(from: 1, count: 3));

        (await bench.Ingest.NextAsync()).Answer(watts => watts == 2 ? IngestOutcome.Unavailable : IngestOutcome.Stored);
        bench.Outbox.Append([TestBatches.Open(4)]);
        var arrivals = new List<int>();
        while (!arrivals.Contains(2))
        {
            var arrival = await bench.Ingest.NextAsync();
            arrivals.AddRange(arrival.Watts);
            arrival.Answer(watts => arrivals.Contains(2) ? IngestOutcome.Stored : IngestOutcome.Unavailable);
        }

        // A delivery that had begun before the failure was known may arrive, and comes again behind the failed one.
        Assert.Contains(2, arrivals);
        Assert.True(arrivals.IndexOf(2) >= arrivals.IndexOf(4) || !arrivals.Contains(4));
    }

    [Fact]
    public async Task Waits_until_everything_under_way_has_ended_and_begins_again_with_the_lowest()
    {
        await using var bench = await BenchAsync();
        bench.Outbox.Append([TestBatches.Open(1)]);
        var first = await bench.Ingest.NextAsync();
        bench.Outbox.Append([TestBatches.Open(2)]);
        var second = await bench.Ingest.NextAsync();

        first.Break();
        await bench.Log.UntilAsync("Delivery failed");
        bench.Outbox.Append([TestBatches.Open(3)]);
        var whileSecondIsUnderWay = bench.Ingest.HasMore;
        second.Break();
        var again = await bench.Ingest.NextAsync();
        again.Store();
        var then = await bench.Ingest.NextAsync();

        Assert.False(whileSecondIsUnderWay);
        Assert.Equal([1, 2], again.Watts);
        Assert.Equal([3], then.Watts);
        Assert.Single(bench.Log.Lines, line => line.StartsWith("Delivery stopped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_on_for_ever_and_says_once_that_it_stopped_and_once_that_it_goes_on()
    {
        await using var bench = await BenchAsync();
        bench.Outbox.Append([TestBatches.Open(1)]);

        for (var attempt = 0; attempt < 4; attempt++)
            (await bench.Ingest.NextAsync()).Break();
        var isDeliveringMeanwhile = bench.Pump.IsDelivering;
        (await bench.Ingest.NextAsync()).Store();
        await bench.Log.UntilAsync("Delivery goes on");

        Assert.False(isDeliveringMeanwhile);
        Assert.True(bench.Pump.IsDelivering);
        Assert.Single(bench.Log.Lines, line => line.StartsWith("Delivery stopped", StringComparison.Ordinal));
        Assert.Single(bench.Log.Lines, line => line.StartsWith("Delivery goes on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_on_disk_what_had_no_receipt_when_it_was_stopped()
    {
        await using var bench = await BenchAsync();
        bench.Outbox.Append([TestBatches.Open(1)]);
        await bench.Ingest.NextAsync();

        await bench.Pump.StopAsync(Token);
        bench.Outbox.Dispose();
        using var reopened = bench.Folder.Open();

        Assert.Equal(1, reopened.Count);
    }

    [Fact]
    public async Task Marks_what_waited_too_long_and_what_did_not_goes_as_it_is()
    {
        await using var bench = await BenchAsync();

        bench.Outbox.Append([TestBatches.Open(1)]);
        var late = await bench.Ingest.NextAsync();
        bench.Outbox.Append([TestBatches.Open(2, TimeProvider.System.GetUtcNow().AddMinutes(1))]);
        var live = await bench.Ingest.NextAsync();
        late.Store();
        live.Store();

        Assert.Equal([ReadingLane.Backfill], late.Lanes);
        Assert.Equal([ReadingLane.Ordered], live.Lanes);
    }

    static async Task<Bench> BenchAsync()
    {
        var bench = new Bench();
        await bench.Pump.StartAsync(Token);
        return bench;
    }

    /// <summary>The pump runs on the real clock: what it waits for here are pauses of a tenth of a second.</summary>
    sealed class Bench : IAsyncDisposable
    {
        public Bench()
        {
            Outbox = Folder.Open();
            var options = new DeliveryOptions { FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(1) };
            Pump = new(Outbox, Ingest, options, TimeProvider.System, Log);
        }

        public OutboxFolder Folder { get; } = new();

        public ScriptedIngest Ingest { get; } = new();

        public RecordedLog<OutboxPump> Log { get; } = new();

        public Outbox Outbox { get; }

        public OutboxPump Pump { get; }

        public async ValueTask DisposeAsync()
        {
            await Pump.StopAsync(CancellationToken.None);
            Pump.Dispose();
            Folder.Dispose();
        }
    }
}
