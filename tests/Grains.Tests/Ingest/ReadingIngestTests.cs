using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Ingest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests.Ingest;

public sealed class ReadingIngestTests : IDisposable
{
    const string Room = "NJ-01/R01";
    readonly FakeTimeProvider _time = new(Site.Start);
    readonly FakeOwners _owners = new();
    ReadingIngest _ingest;

    public ReadingIngestTests() => _ingest = Ingest(new());

    public void Dispose() => _ingest.Dispose();

    [Fact]
    public async Task Answers_stored_only_once_the_owner_is_durable()
    {
        var delivery = Deliver(1, 2);

        Tick();
        Assert.False(delivery.IsCompleted);

        _owners[Room].Durable = 1;
        Tick();
        Assert.False(delivery.IsCompleted);

        _owners[Room].Durable = 2;
        Tick();
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Stored], await Outcomes(delivery));
    }

    [Fact]
    public async Task Answers_duplicate_when_the_owner_had_folded_it()
    {
        _owners[Room].Durable = 100;
        await Settle(Deliver(1, 2));

        var again = Deliver(1, 2, 3);

        Assert.Equal([IngestOutcome.Duplicate, IngestOutcome.Duplicate, IngestOutcome.Stored], await Settle(again));
    }

    [Fact]
    public async Task Sends_a_batch_once_when_it_is_delivered_twice_within_a_window()
    {
        _owners[Room].Durable = 100;

        var first = Deliver(1, 2);
        var again = Deliver(1, 2, 3);
        Tick();

        Assert.Equal([[1, 2, 3]], _owners[Room].Calls);
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Stored], await Outcomes(first));
        Assert.Equal([IngestOutcome.Duplicate, IngestOutcome.Duplicate, IngestOutcome.Stored], await Outcomes(again));
    }

    [Fact]
    public async Task Folds_what_queued_up_behind_a_slow_call_in_one_next_call()
    {
        _owners[Room].Durable = 100;
        _owners[Room].Hold = new();
        var first = Deliver(1);
        Tick();

        var second = Deliver(2);
        Tick();
        var third = Deliver(3);
        Tick();
        Assert.Equal([[1]], _owners[Room].Calls);

        _owners[Room].Hold!.SetResult();
        await first;
        Tick();
        await Task.WhenAll(second, third);
        Assert.Equal([[1], [2, 3]], _owners[Room].Calls);
    }

    [Fact]
    public async Task An_owner_that_rested_for_a_window_is_called_at_once_and_once_for_a_whole_delivery()
    {
        _time.Advance(TimeSpan.FromMilliseconds(100));

        var first = Deliver(1, 2);
        Assert.Equal([[1, 2]], _owners[Room].Calls);

        var second = Deliver(3);
        var third = Deliver(4);
        Assert.Single(_owners[Room].Calls);

        _owners[Room].Durable = 100;
        Tick();
        Tick();
        await Task.WhenAll(Outcomes(first), Outcomes(second), Outcomes(third));
        Assert.Equal([[1, 2], [3, 4]], _owners[Room].Calls);
    }

    [Fact]
    public async Task Answers_unknown_location_at_once_and_the_rest_when_durable()
    {
        _owners[Room].Durable = 100;
        var stranger = Site.Batch(2, Location.Parse("XX-09/R01/A01"), "pdu-a", 1, null, "snmp-nj");

        var delivery = _ingest.DeliverAsync([Site.RackBatch(1), stranger, Site.RackBatch(3)], Token);

        Assert.Equal([IngestOutcome.Stored, IngestOutcome.UnknownLocation, IngestOutcome.Stored], await Settle(delivery));
    }

    [Fact]
    public async Task Brings_racks_to_their_room_and_meters_to_their_facility()
    {
        _owners[Room].Durable = _owners["NJ-01"].Durable = 100;

        await Settle(_ingest.DeliverAsync([Site.RackBatch(1), Site.PlantBatch(2, "utility-1", 9_000), Site.RackBatch(3, "A02")], Token));

        Assert.Equal([[1, 3]], _owners[Room].Calls);
        Assert.Equal([[2]], _owners["NJ-01"].Calls);
    }

    [Fact]
    public async Task Answers_unavailable_when_the_owner_cannot_be_reached_and_recovers()
    {
        _owners[Room].Durable = 100;
        _owners[Room].Fault = new TimeoutException("no answer");
        Assert.Equal([IngestOutcome.Unavailable], await Settle(Deliver(1)));

        _owners[Room].Fault = null;

        Assert.Equal([IngestOutcome.Stored], await Settle(Deliver(1)));
    }

    [Fact]
    public async Task Lets_no_later_batch_pass_one_that_was_refused()
    {
        _owners[Room].Durable = 100;
        _owners[Room].Fault = new TimeoutException("no answer");
        var (first, second) = (Deliver(1, 2), Deliver(3));
        Tick();
        _owners[Room].Fault = null;

        var overtaking = Deliver(4);

        Assert.Equal([IngestOutcome.Unavailable, IngestOutcome.Unavailable], await Settle(first));
        Assert.Equal([IngestOutcome.Unavailable], await Settle(second));
        Assert.Equal([IngestOutcome.Unavailable], await Settle(overtaking));
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Stored], await Settle(Deliver(1, 2)));
        Assert.Equal([IngestOutcome.Unavailable], await Settle(Deliver(4)));
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Stored], await Settle(Deliver(3, 4)));
    }

    [Fact]
    public async Task Stops_waiting_for_a_refused_batch_that_its_collector_gave_up()
    {
        _owners[Room].Durable = 100;
        _owners[Room].Fault = new TimeoutException("no answer");
        await Settle(Deliver(1));
        _owners[Room].Fault = null;
        Assert.Equal([IngestOutcome.Unavailable], await Settle(Deliver(2)));

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal([IngestOutcome.Stored], await Settle(Deliver(3)));
    }

    [Fact]
    public async Task Asks_again_for_what_an_owner_forgot_in_a_restart()
    {
        _owners[Room].Durable = 1;
        var first = Deliver(1, 2);
        Tick();
        _owners[Room].Restart("snmp-nj");

        var second = Deliver(3);

        Assert.Equal([IngestOutcome.Unavailable], await Settle(second));
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Unavailable], await Outcomes(first));
        _owners[Room].Durable = 100;
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Stored], await Settle(Deliver(2, 3)));
    }

    [Fact]
    public async Task Keeps_two_collectors_of_a_room_apart()
    {
        _owners[Room].Durable = 100;

        var snmp = _ingest.DeliverAsync([Site.RackBatch(50)], Token);
        var mqtt = _ingest.DeliverAsync([Site.RackBatch(1, collector: "mqtt-nj")], Token);

        Assert.Equal([IngestOutcome.Stored], await Settle(snmp));
        Assert.Equal([IngestOutcome.Stored], await Outcomes(mqtt));
    }

    [Fact]
    public async Task Answers_unavailable_when_nothing_became_durable_in_time()
    {
        var delivery = Deliver(1);
        Tick();

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([IngestOutcome.Unavailable], await Settle(delivery));
    }

    [Fact]
    public async Task Sheds_what_exceeds_its_limit_and_takes_it_again_in_order()
    {
        _ingest.Dispose();
        _ingest = Ingest(new() { MostBatchesInFlight = 2 });
        var held = Deliver(1, 2);

        var shed = Deliver(3);
        Assert.Equal([IngestOutcome.Unavailable], await Outcomes(shed));
        Assert.Equal(2, _ingest.InFlight);

        _owners[Room].Durable = 100;
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Stored], await Settle(held));
        Assert.Equal([IngestOutcome.Unavailable], await Settle(Deliver(4)));
        Assert.Equal([IngestOutcome.Stored, IngestOutcome.Stored], await Settle(Deliver(3, 4)));
        Assert.Equal(0, _ingest.InFlight);
    }

    [Fact]
    public async Task Takes_nothing_while_it_stops_and_answers_what_is_under_way()
    {
        var underWay = Deliver(1);
        Tick();
        var stopping = _ingest.StopAsync(Token);

        Assert.Equal([IngestOutcome.Unavailable], await Outcomes(Deliver(2)));
        Assert.False(stopping.IsCompleted);

        _owners[Room].Durable = 1;
        Assert.Equal([IngestOutcome.Stored], await Settle(underWay));
        Tick();
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }

    [Fact]
    public async Task Refuses_a_delivery_of_mixed_collectors_or_broken_order()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Deliver(2, 1));
        await Assert.ThrowsAsync<ArgumentException>(() => Deliver(1, 1));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _ingest.DeliverAsync([Site.RackBatch(1), Site.RackBatch(2, collector: "other")], Token));
    }

    [Fact]
    public async Task Answers_an_empty_delivery_with_no_receipt()
    {
        Assert.Empty(await Deliver());
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    Task<ImmutableArray<IngestReceipt>> Deliver(params long[] sequences) =>
        _ingest.DeliverAsync([.. sequences.Select(sequence => Site.RackBatch(sequence))], Token);

    ReadingIngest Ingest(IngestOptions options) =>
        new(Site.Inventory, _owners, options, _time, NullLogger<ReadingIngest>.Instance);

    /// <summary>Lets one window, and the time between two questions, pass.</summary>
    void Tick()
    {
        _time.Advance(TimeSpan.FromMilliseconds(300));
        _ingest.Work();
    }

    Task<ImmutableArray<IngestOutcome>> Settle(Task<ImmutableArray<IngestReceipt>> delivery)
    {
        // One window folds, the next asks how far that is durable.
        Tick();
        Tick();
        return Outcomes(delivery);
    }

    static async Task<ImmutableArray<IngestOutcome>> Outcomes(Task<ImmutableArray<IngestReceipt>> delivery)
    {
        var receipts = await delivery.WaitAsync(TimeSpan.FromSeconds(10), Token);
        return [.. receipts.Select(receipt => receipt.Outcome)];
    }
}
