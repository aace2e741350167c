using DcOps.Contracts;
using DcOps.Domain.Quality;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Grains.Tests.Checkpoints;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests;

public sealed class RoomGrainTests : IAsyncLifetime
{
    const string Collector = "snmp-nj";
    readonly FakeTimeProvider _time = new(Site.Start);
    MemoryCheckpoints _store = new();
    readonly RecordingHistory _history = new();
    GrainCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await GrainCluster.StartAsync(_time, _store, _history);

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Shows_a_rack_as_its_readings_left_it()
    {
        await Fold(Site.RackBatch(1, "A01", watts: 4_000), Site.RackBatch(2, "A02", watts: 3_000));

        var rack = await _cluster.Grains.GetGrain<IRackGrain>(Site.Rack("A01").Value).Snapshot();
        var racks = await _cluster.Room.Racks();

        Assert.Equal(new Power(4_000), rack!.Power);
        Assert.Equal(Freshness.Live, rack.Freshness);
        Assert.Equal([new Power(4_000), new Power(3_000)], racks.Select(summary => summary.Power!.Value));
    }

    [Fact]
    public async Task Tells_what_it_counted_of_its_points()
    {
        await Fold(Site.RackBatch(1, "A01", watts: 4_000), Site.RackBatch(2, "A02", watts: 3_000));

        var quality = (await _cluster.Room.Quality())!;

        Assert.Equal(2, quality.Racks[(int)PointClass.Power]);
        Assert.Equal(2, quality.Days.Single(day => day.Class == PointClass.Power)[QualityCount.Records]);
    }

    [Fact]
    public async Task Folds_a_batch_once_however_often_it_comes()
    {
        var first = await Fold(Site.RackBatch(1), Site.RackBatch(2, watts: 5_000, at: Site.Start.AddSeconds(1)));

        var again = await Fold(Site.RackBatch(1, watts: 9_999), Site.RackBatch(2, watts: 9_999), Site.RackBatch(3, "A02"));

        Assert.Equal(new FoldReceipt(2, 0, 0), first);
        Assert.Equal(new FoldReceipt(3, 0, 2), again);
        Assert.Equal(new Power(5_000), (await _cluster.Room.Rack(Site.Rack("A01")))!.Power);
    }

    [Fact]
    public async Task Keeps_each_collectors_order_apart()
    {
        await Fold(Site.RackBatch(50));

        var other = await _cluster.Room.Fold("mqtt-nj", 0, [Site.RackBatch(7, "A02", collector: "mqtt-nj")]);

        Assert.Equal(new FoldReceipt(7, 0, 0), other);
    }

    [Fact]
    public async Task Says_durable_only_after_the_checkpoint_is_written()
    {
        await Fold(Site.RackBatch(1));
        Assert.Equal(0, await _cluster.Room.DurableThrough(Collector));

        await _cluster.TickAsync();

        Assert.Equal(1, await _cluster.Room.DurableThrough(Collector));
        Assert.Equal(new FoldReceipt(2, 1, 0), await Fold(Site.RackBatch(2)));
    }

    [Fact]
    public async Task Is_not_durable_while_the_store_refuses_and_is_again_when_it_takes()
    {
        _store.Refusal = "no space left on device";
        await Fold(Site.RackBatch(1));
        await _cluster.TickAsync();
        Assert.Equal(0, await _cluster.Room.DurableThrough(Collector));

        _store.Refusal = null;
        await _cluster.TickAsync();

        Assert.Equal(1, await _cluster.Room.DurableThrough(Collector));
    }

    [Fact]
    public async Task Goes_on_after_a_kill_where_its_last_checkpoint_stood()
    {
        await Fold(Site.RackBatch(1, watts: 4_000));
        await _cluster.TickAsync();
        await Fold(Site.RackBatch(2, watts: 7_000, at: Site.Start.AddSeconds(1)));
        await Restart();

        var remembered = await _cluster.Room.DurableThrough(Collector);
        var refused = await _cluster.Room.Fold(Collector, 2, [Site.RackBatch(3, watts: 8_000)]);
        var again = await Fold(
            Site.RackBatch(1, watts: 9_999), Site.RackBatch(2, watts: 7_000, at: Site.Start.AddSeconds(1)));

        Assert.Equal(1, remembered);
        Assert.Equal(new FoldReceipt(1, 1, 0), refused);
        Assert.Equal(new FoldReceipt(2, 1, 1), again);
        Assert.Equal(new Power(7_000), (await _cluster.Room.Rack(Site.Rack("A01")))!.Power);
    }

    [Fact]
    public async Task Forgets_nothing_in_an_orderly_stop()
    {
        await Fold(Site.RackBatch(1));

        await _cluster.DisposeAsync();
        _cluster = await GrainCluster.StartAsync(_time, _store, _history);

        Assert.Equal(1, await _cluster.Room.DurableThrough(Collector));
    }

    [Fact]
    public async Task Takes_a_batch_of_an_unknown_rack_out_of_the_way_without_keeping_it()
    {
        var stranger = Site.Batch(1, Location.Of(Site.Rack("Z99")), "pdu-a", 4_000, null, Collector);

        var receipt = await Fold(stranger, Site.RackBatch(2));

        Assert.Equal(new FoldReceipt(2, 0, 0), receipt);
        Assert.Null(await _cluster.Room.Rack(Site.Rack("Z99")));
        Assert.Equal(2, (await _cluster.Room.Racks()).Length);
    }

    [Fact]
    public async Task Refuses_to_be_a_room_that_the_inventory_does_not_have()
    {
        var stranger = _cluster.Grains.GetGrain<IRoomGrain>("NJ-01/R77");

        Assert.Empty(await stranger.Racks());
        await Assert.ThrowsAsync<ArgumentException>(async () => await stranger.Fold(Collector, 0, [Site.RackBatch(1)]));
        Assert.Null(await _cluster.Grains.GetGrain<IRackGrain>("NJ-01/R77/A01").Snapshot());
        Assert.Null(await _cluster.Grains.GetGrain<IRackGrain>("no rack at all").Snapshot());
    }

    [Fact]
    public async Task Hands_its_closed_minutes_to_history()
    {
        await Fold(Site.RackBatch(1, watts: 4_000), Site.RackBatch(2, watts: 4_000, at: Site.Start.AddSeconds(30)));
        _time.Advance(TimeSpan.FromMinutes(3));
        await _cluster.TickAsync();

        var rows = _history.Offered.SelectMany(batch => batch.RackMinutes).ToList();

        Assert.Contains(rows, row => row.Rack == Site.Rack("A01") && row.Minute == Site.Start && row.Power?.Mean == 4_000);
    }

    [Fact]
    public async Task Hands_rows_to_history_again_when_a_kill_may_have_lost_them()
    {
        await Fold(Site.RackBatch(1, watts: 4_000));
        _time.Advance(TimeSpan.FromMinutes(3));
        await _cluster.TickAsync();
        await Fold(Site.RackBatch(2, "A02", at: _time.GetUtcNow()));
        await _cluster.TickAsync();
        var before = _history.Offered.SelectMany(batch => batch.RackMinutes).Count(row => row.Rack == Site.Rack("A01"));
        await Restart();

        await _cluster.TickAsync();

        var rows = _history.Offered.SelectMany(batch => batch.RackMinutes).Where(row => row.Rack == Site.Rack("A01")).ToList();
        Assert.Equal(1, before);
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0], rows[1]);
    }

    ValueTask<FoldReceipt> Fold(params ImmutableArray<ReadingBatch> batches) => _cluster.Room.Fold(Collector, 0, batches);

    async Task Restart()
    {
        // A silo ended within the test's process still says goodbye to its grains, and its writer may outlive it:
        // the next silo starts on what the store held at the kill, and nothing the old one says reaches it.
        _store.Refusal = "killed";
        _store = _store.Copy();
        await _cluster.KillAsync();
        await _cluster.DisposeAsync();
        _cluster = await GrainCluster.StartAsync(_time, _store, _history);
    }
}
