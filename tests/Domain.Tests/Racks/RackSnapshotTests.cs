using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Racks;

public sealed class RackSnapshotTests
{
    readonly RoomScene _scene = new(racks: 2);

    [Fact]
    public void Knows_nothing_before_the_first_reading()
    {
        var snapshot = _scene.Snapshot(0);

        Assert.Equal(Freshness.NeverSeen, snapshot.Freshness);
        Assert.Null(snapshot.Power);
        Assert.Null(snapshot.InletTemperature);
        Assert.Null(snapshot.EnergyToday);
        Assert.Null(snapshot.LastObservedAt);
        Assert.Equal(ConditionCode.Unknown, snapshot.Condition);
        Assert.Empty(snapshot.Latest);
    }

    [Fact]
    public void Sums_the_feeds()
    {
        _scene.Fold(RoomScene.Power("pdu-a", 2_000, RoomScene.At(0)), RoomScene.Power("pdu-b", 2_400, RoomScene.At(5)));

        var snapshot = _scene.Snapshot(10);

        Assert.Equal(4_400, snapshot.Power!.Value.Watts);
        Assert.Equal(0.55, snapshot.Utilization!.Value.Value, 12);
        Assert.Equal(Freshness.Live, snapshot.Freshness);
        Assert.Equal(RoomScene.At(5), snapshot.LastObservedAt);
    }

    [Fact]
    public void Has_no_power_when_one_of_its_feeds_is_stale()
    {
        _scene.Fold(RoomScene.Power("pdu-a", 2_000, RoomScene.At(0)), RoomScene.Power("pdu-b", 2_400, RoomScene.At(0)));
        _scene.Fold(RoomScene.Power("pdu-a", 2_000, RoomScene.At(40)));

        Assert.Equal(4_400, _scene.Snapshot(45).Power!.Value.Watts);
        Assert.Null(_scene.Snapshot(46).Power);
        Assert.Equal(Freshness.Stale, _scene.Snapshot(46).Freshness);
    }

    [Fact]
    public void Shows_a_measured_zero_as_zero()
    {
        _scene.Fold(RoomScene.Power("pdu-a", 0, RoomScene.At(0)));

        Assert.Equal(0, _scene.Snapshot(1).Power!.Value.Watts);
    }

    [Fact]
    public void Takes_the_hottest_live_inlet_and_the_worst_live_condition()
    {
        _scene.Fold(
            RoomScene.Inlet(1, 31, RoomScene.At(0)), RoomScene.Condition("pdu-b", ConditionCode.Critical, RoomScene.At(0)));
        _scene.Fold(
            RoomScene.Inlet(2, 24, RoomScene.At(30)), RoomScene.Condition("pdu-a", ConditionCode.Warning, RoomScene.At(30)));

        Assert.Equal(31, _scene.Snapshot(40).InletTemperature!.Value.Celsius);
        Assert.Equal(ConditionCode.Critical, _scene.Snapshot(40).Condition);
        Assert.Equal(24, _scene.Snapshot(60).InletTemperature!.Value.Celsius);
        Assert.Equal(ConditionCode.Warning, _scene.Snapshot(60).Condition);
        Assert.Equal(ConditionCode.Unknown, _scene.Snapshot(100).Condition);
    }

    [Theory]
    [InlineData(ConditionCode.Unknown, ConditionCode.Ok, ConditionCode.Unknown)]
    [InlineData(ConditionCode.Unknown, ConditionCode.Warning, ConditionCode.Warning)]
    [InlineData(ConditionCode.Ok, ConditionCode.Ok, ConditionCode.Ok)]
    public void Puts_an_unknown_condition_between_ok_and_warning(ConditionCode first, ConditionCode second, ConditionCode worst)
    {
        _scene.Fold(RoomScene.Condition("pdu-a", first, RoomScene.At(0)), RoomScene.Condition("pdu-b", second, RoomScene.At(0)));

        Assert.Equal(worst, _scene.Snapshot(1).Condition);
    }

    [Fact]
    public void Lists_points_by_their_text()
    {
        _scene.Fold(
            RoomScene.Power("pdu-b", 1, RoomScene.At(0)), RoomScene.Inlet(2, 24, RoomScene.At(0)),
            RoomScene.Power("pdu-a", 1, RoomScene.At(0)));

        Assert.Equal(
            ["env/sensor-2/inlet-temperature", "pdu-a/total/active-power", "pdu-b/total/active-power"],
            _scene.Snapshot(1).Latest.Select(reading => reading.Point.ToString()));
    }

    [Fact]
    public void Lists_the_racks_in_the_order_of_the_inventory_and_knows_no_other()
    {
        _scene.Fold(2, RoomScene.Power("pdu-a", 3_000, RoomScene.At(0)));

        var racks = _scene.State.Racks(RoomScene.At(1));

        Assert.Equal(["NJ-01/R01/A01", "NJ-01/R01/A02"], racks.Select(rack => rack.Rack.Value));
        Assert.Equal([null, 3_000.0], racks.Select(rack => rack.Power?.Watts));
        Assert.Null(_scene.State.Rack(RackId.Parse("NJ-01/R02/A01"), RoomScene.At(1)));
    }

    [Fact]
    public void Counts_the_energy_of_the_local_day_from_local_midnight()
    {
        // Local midnight is 16:00 UTC: six hours after the start.
        const double midnight = 6 * 3_600;
        _scene.Poll("pdu-a", 3.6, midnight - 600, midnight + 600);

        Assert.Equal(600, _scene.Snapshot(midnight + 600).EnergyToday!.Value.WattHours);
        Assert.Null(_scene.Snapshot(midnight - 1).EnergyToday);
        Assert.Null(_scene.Snapshot(midnight + (25 * 3_600)).EnergyToday);
    }
}
