using DcOps.Contracts;
using DcOps.Domain.Racks;
using DcOps.Domain.Units;
using DcOps.Grains.Tests.Checkpoints;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests;

public sealed class FacilityGrainTests : IAsyncLifetime
{
    const string Collector = "snmp-nj";
    readonly FakeTimeProvider _time = new(Site.Start);
    readonly MemoryCheckpoints _store = new();
    GrainCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await GrainCluster.StartAsync(_time, _store);

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Sums_what_its_rooms_and_its_meters_say_and_tells_the_province()
    {
        await _cluster.Room.Fold(Collector, 0, [Site.RackBatch(1, "A01", 4_000), Site.RackBatch(2, "A02", 3_000)]);
        await _cluster.Facility.Fold(
            Collector, 0, [Site.PlantBatch(3, "utility-1", 13_000), Site.PlantBatch(4, "ups-1", 10_000)]);

        // Reports travel from grain to grain: which tick carries them is not the test's business.
        await _cluster.TickUntilAsync(async () => (await _cluster.Province.Snapshot()).RacksLive > 0);

        var facility = await _cluster.Facility.Snapshot();
        var province = await _cluster.Province.Snapshot();
        Assert.Equal(new Power(13_000), facility!.TotalPower);
        Assert.Equal(new Power(10_000), facility.ItPower);
        Assert.Equal(new Ratio(1.3), facility.PowerRatio);
        Assert.Equal((2, 0, 2), (facility.RacksLive, facility.RacksStale, facility.RacksNeverSeen));
        Assert.Equal(new Power(13_000), province.TotalPower);
        Assert.Equal((1, 1, 2), (province.FacilitiesTotal, province.FacilitiesLive, province.RacksLive));
    }

    [Fact]
    public async Task Counts_a_repeated_or_late_report_once()
    {
        var report = Report(version: 2, watts: 7_000, live: 2);
        await _cluster.Facility.Report(report);
        await _cluster.Facility.Report(report);
        await _cluster.Facility.Report(Report(version: 1, watts: 1_000, live: 1));

        var facility = await _cluster.Facility.Snapshot();

        Assert.Equal((4, 2), (facility!.RacksTotal, facility.RacksLive));
    }

    [Fact]
    public async Task Lists_every_rack_of_every_room_in_the_order_of_the_inventory()
    {
        var racks = await _cluster.Facility.Racks();

        Assert.Equal(
            ["NJ-01/R01/A01", "NJ-01/R01/A02", "NJ-01/R02/A01", "NJ-01/R02/A02"], racks.Select(rack => rack.Rack.Value));
        Assert.All(racks, rack => Assert.Equal(Freshness.NeverSeen, rack.Freshness));
    }

    [Fact]
    public async Task Keeps_plant_readings_durable_like_a_room()
    {
        await _cluster.Facility.Fold(Collector, 0, [Site.PlantBatch(3, "utility-1", 13_000)]);
        Assert.Equal(0, await _cluster.Facility.DurableThrough(Collector));

        await _cluster.TickAsync();

        Assert.Equal(3, await _cluster.Facility.DurableThrough(Collector));
    }

    [Fact]
    public async Task Tells_nothing_upward_once_the_silo_begins_to_stop()
    {
        await _cluster.Room.Fold(Collector, 0, [Site.RackBatch(1)]);
        _cluster.CloseGate();

        await _cluster.TickAsync();
        await _cluster.TickAsync();

        Assert.Equal(0, (await _cluster.Province.Snapshot()).FacilitiesLive);
        Assert.Equal(1, await _cluster.Room.DurableThrough(Collector));
    }

    [Fact]
    public async Task Is_unknown_when_the_inventory_does_not_have_it()
    {
        var stranger = _cluster.Grains.GetGrain<IFacilityGrain>("XX-99");

        Assert.Null(await stranger.Snapshot());
        Assert.Empty(await stranger.Racks());
    }

    RoomReport Report(long version, double watts, int live) => new(
        Site.Room, version, _time.GetUtcNow(), new Power(watts), live, 0, 0, 0, 0, null, []);
}
