using DcOps.Contracts;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;
using DcOps.Grains.Tests.Checkpoints;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests.Journal;

/// <summary>A room whose receipts rest on the journal.</summary>
public sealed class JournaledOwnerTests : IAsyncLifetime
{
    const string Collector = "snmp-nj";
    const string Owner = "room/NJ-01/R01";
    readonly FakeTimeProvider _time = new(Site.Start);
    MemoryCheckpoints _store = new();
    MemoryDeliveries _journal = new();
    GrainCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await GrainCluster.StartAsync(_time, _store, deliveries: _journal);

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Is_durable_when_its_record_is_without_any_checkpoint()
    {
        await Fold(Site.RackBatch(1), Site.RackBatch(2));
        Assert.Equal(0, await _cluster.Room.DurableThrough(Collector));

        _journal.Flush();

        Assert.Equal(2, await _cluster.Room.DurableThrough(Collector));
        Assert.DoesNotContain(_store.Bulks, bulk => bulk.Contains(Owner));
    }

    [Fact]
    public async Task Folds_its_records_again_after_a_crash_each_once()
    {
        await Fold(Site.RackBatch(1, watts: 4_000), Site.RackBatch(2, "A02", watts: 3_000));
        await Fold(Site.RackBatch(3, watts: 5_000, at: Site.Start.AddSeconds(1)));
        _journal.Flush();
        await Fold(Site.RackBatch(4, watts: 9_000, at: Site.Start.AddSeconds(2)));

        await CrashAsync();

        Assert.Equal(new Power(5_000), (await _cluster.Room.Rack(Site.Rack("A01")))!.Power);
        Assert.Equal(3, await _cluster.Room.DurableThrough(Collector));
        Assert.Equal(new FoldReceipt(4, 3, 2), await Fold(
            Site.RackBatch(2, "A02", watts: 1), Site.RackBatch(3, watts: 1), Site.RackBatch(4, watts: 9_000, at: Site.Start.AddSeconds(2))));
    }

    [Fact]
    public async Task Folds_again_only_what_its_image_does_not_hold()
    {
        await Fold(Site.RackBatch(1, watts: 4_000));
        _journal.IsFilling = true;
        await _cluster.TickUntilAsync(() => Task.FromResult(_store.Bulks.Any(bulk => bulk.Contains(Owner))));
        _journal.IsFilling = false;
        await Fold(Site.RackBatch(2, "A02", watts: 3_000, at: Site.Start.AddSeconds(1)));
        _journal.Flush();

        await CrashAsync();

        Assert.Equal(new Power(4_000), (await _cluster.Room.Rack(Site.Rack("A01")))!.Power);
        Assert.Equal(new Power(3_000), (await _cluster.Room.Rack(Site.Rack("A02")))!.Power);
        Assert.Equal(new FoldReceipt(2, 2, 2), await Fold(Site.RackBatch(1, watts: 1), Site.RackBatch(2, "A02", watts: 1)));
    }

    [Fact]
    public async Task Lets_go_of_records_that_a_durable_image_holds()
    {
        await Fold(Site.RackBatch(1));
        Assert.Equal(1, _journal.Uncovered(Owner));

        _journal.IsFilling = true;
        await _cluster.TickUntilAsync(() => Task.FromResult(_journal.Uncovered(Owner) == 0));

        Assert.Equal(0, _journal.Uncovered(Owner));
    }

    [Fact]
    public async Task Waits_for_its_image_when_the_journal_refuses_and_rests_on_it_again_afterwards()
    {
        _journal.Refuses = true;
        await Fold(Site.RackBatch(1));
        _journal.Flush();
        Assert.Equal(0, await _cluster.Room.DurableThrough(Collector));

        _journal.Refuses = false;
        await _cluster.TickUntilAsync(async () => await _cluster.Room.DurableThrough(Collector) == 1);
        Assert.Equal(1, await _cluster.Room.DurableThrough(Collector));

        await Fold(Site.RackBatch(2, at: Site.Start.AddSeconds(1)));
        _journal.Flush();
        Assert.Equal(2, await _cluster.Room.DurableThrough(Collector));
    }

    [Fact]
    public async Task Does_not_pass_over_what_was_never_durable()
    {
        // The first batch is in no record; the image that holds it is offered and refused, and the second has a record.
        _store.Refusal = "no space left on device";
        _journal.Refuses = true;
        await Fold(Site.RackBatch(1, watts: 4_000));
        _journal.Refuses = false;
        await _cluster.TickAsync();
        await Fold(Site.RackBatch(2, watts: 5_000, at: Site.Start.AddSeconds(1)));
        Assert.Equal(1, _journal.Records);
        _journal.Flush();
        Assert.Equal(0, await _cluster.Room.DurableThrough(Collector));

        _store.Refusal = null;
        await CrashAsync(_store.Copy());

        Assert.Equal(new FoldReceipt(2, 0, 0), await Fold(Site.RackBatch(1), Site.RackBatch(2)));
    }

    async Task CrashAsync(MemoryCheckpoints? store = null)
    {
        _store = store ?? _store.Copy();
        _journal = _journal.Crash();
        await _cluster.KillAsync();
        await _cluster.DisposeAsync();
        _cluster = await GrainCluster.StartAsync(_time, _store, deliveries: _journal);
    }

    async Task<FoldReceipt> Fold(params ReadingBatch[] batches) => await _cluster.Room.Fold(Collector, 0, [.. batches]);
}
