using DcOps.Domain.Facilities;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Facilities;

public sealed class FacilityStateTests
{
    static readonly (string Device, MeterRole Role)[] Boundary =
        [("utility-1", MeterRole.UtilityEntrance), ("ups-1", MeterRole.UpsOutput), ("cooling-1", MeterRole.Cooling)];

    readonly FacilityScene _scene = new(Boundary);

    [Fact]
    public void Knows_its_power_from_the_meters_of_each_role()
    {
        _scene.Poll("utility-1", 130, 0);
        _scene.Poll("ups-1", 100, 0);
        _scene.Poll("cooling-1", 20, 0);

        var snapshot = _scene.State.Snapshot(FacilityScene.At(10));

        Assert.Equal(
            (130, 100, 20),
            (snapshot.TotalPower!.Value.Kilowatts, snapshot.ItPower!.Value.Kilowatts, snapshot.CoolingPower!.Value.Kilowatts));
        Assert.Equal(1.3, snapshot.PowerRatio!.Value.Value, 12);
    }

    [Fact]
    public void Has_no_power_when_one_meter_of_the_role_is_stale_and_no_ratio_then()
    {
        var scene = new FacilityScene([.. Boundary, ("utility-2", MeterRole.UtilityEntrance)]);
        scene.Poll("utility-1", 130, 0);
        scene.Poll("ups-1", 100, 60);
        scene.Poll("utility-2", 10, 60);

        var snapshot = scene.State.Snapshot(FacilityScene.At(61));

        Assert.Null(snapshot.TotalPower);
        Assert.Null(snapshot.PowerRatio);
        Assert.Equal(100, snapshot.ItPower!.Value.Kilowatts);
        Assert.Null(snapshot.CoolingPower);
    }

    [Fact]
    public void Sets_the_pumps_of_the_coolant_loops_against_the_it_energy_of_the_same_minutes()
    {
        var scene = new FacilityScene([.. Boundary, ("cdu-1", MeterRole.CoolantPumps), ("cdu-2", MeterRole.CoolantPumps)]);
        for (var second = 0; second <= 600; second += 60)
        {
            scene.Poll("ups-1", 1_200, second);
            scene.Poll("cdu-1", 6, second);
            if (second <= 300)
                scene.Poll("cdu-2", 6, second);
        }

        var told = scene.State.Snapshot(FacilityScene.At(601)).CoolantToday!.Value;
        var restored = FacilityState.Restore(scene.Facility, scene.State.Save()).Snapshot(FacilityScene.At(602)).CoolantToday;

        // Five minutes have both units: 1,200 kW and 12 kW of them.
        Assert.Equal((new Energy(1_000), new Energy(100_000)), (told.Pumps, told.It));
        Assert.Equal(1.01, told.PartialPue!.Value.Value, 9);
        Assert.Equal(told, restored);
        Assert.Null(_scene.State.Snapshot(FacilityScene.At(601)).CoolantToday);
    }

    [Fact]
    public void Tells_a_complete_interval_as_soon_as_it_is_over()
    {
        Run(0, 900);

        _scene.Take(901);

        Assert.Equal(
            new(
                _scene.Facility.Id, MeterRole.UtilityEntrance, FacilityScene.Start, new Energy(32_500), Energy.Zero,
                IntervalQuality.Measured, 1, 1),
            _scene.Interval(MeterRole.UtilityEntrance, 0));
        Assert.Equal(25_000, _scene.Interval(MeterRole.UpsOutput, 0).Energy!.Value.WattHours);
        Assert.Empty(_scene.Take(902).Intervals);
    }

    [Fact]
    public void Tells_an_incomplete_interval_two_minutes_late_and_again_when_it_is_complete()
    {
        var scene = new FacilityScene(("utility-1", MeterRole.UtilityEntrance), ("utility-2", MeterRole.UtilityEntrance));
        for (var second = 0; second <= 900; second += 60)
            scene.Poll("utility-1", 130, second);
        scene.Poll("utility-2", 10, 0);
        scene.Take(1_019);
        Assert.Empty(scene.Intervals);

        scene.Take(1_020);
        var late = scene.Interval(MeterRole.UtilityEntrance, 0);
        scene.Poll("utility-2", 10, 2_700);
        scene.Take(2_701);
        var restated = scene.Interval(MeterRole.UtilityEntrance, 0);

        Assert.Equal((32_500, 1, 2, false), (late.Energy!.Value.WattHours, late.MetersKnown, late.MetersExpected, late.IsComplete));
        Assert.Equal(
            (35_000, 2, true, IntervalQuality.Interpolated),
            (restated.Energy!.Value.WattHours, restated.MetersKnown, restated.IsComplete, restated.Quality));
    }

    [Fact]
    public void Sums_the_racks_of_its_rooms_into_the_it_input()
    {
        for (var second = 0; second <= 910; second += 10)
        {
            _scene.PollRack(0, 60, second);
            _scene.PollRack(1, 38, second);
        }

        _scene.Take(912);

        var row = _scene.Interval(MeterRole.ItInput, 0);
        Assert.Equal((24_500, 2, 2, true), (row.Energy!.Value.WattHours, row.MetersKnown, row.MetersExpected, row.IsComplete));
    }

    [Fact]
    public void Restates_the_it_input_when_a_room_restates_it()
    {
        for (var second = 0; second <= 910; second += 10)
            _scene.PollRack(0, 60, second);
        _scene.PollRack(1, 38, 0);
        _scene.Take(1_200);
        Assert.False(_scene.Interval(MeterRole.ItInput, 0).IsComplete);

        _scene.PollRack(1, 38, 1_210);
        _scene.Take(1_212);

        Assert.Equal(24_500, _scene.Interval(MeterRole.ItInput, 0).Energy!.Value.WattHours);
        Assert.True(_scene.Interval(MeterRole.ItInput, 0).IsComplete);
    }

    [Fact]
    public void Takes_a_rooms_report_once_and_no_older_one()
    {
        var older = _scene.Rooms[0].Report(FacilityScene.At(0));
        var newer = _scene.Rooms[0].Report(FacilityScene.At(1));

        Assert.True(_scene.State.Report(newer));
        Assert.False(_scene.State.Report(newer));
        Assert.False(_scene.State.Report(older));
        Assert.False(_scene.State.Report(newer with { Room = RoomId.Parse("SZ-01/R01"), Version = long.MaxValue }));
    }

    [Fact]
    public void Counts_the_racks_of_a_room_that_stopped_reporting_as_stale()
    {
        _scene.PollRack(0, 60, 0);
        _scene.PollRack(1, 38, 50);

        var snapshot = _scene.State.Snapshot(FacilityScene.At(62));

        Assert.Equal((2, 1, 1, 0), (snapshot.RacksTotal, snapshot.RacksLive, snapshot.RacksStale, snapshot.RacksNeverSeen));
    }

    [Fact]
    public void Takes_it_power_from_the_racks_when_no_it_meter_is_declared()
    {
        var scene = new FacilityScene(("utility-1", MeterRole.UtilityEntrance));
        scene.Poll("utility-1", 130, 0);
        scene.PollRack(0, 60, 0);
        scene.PollRack(1, 40, 0);

        Assert.Equal(1.3, scene.State.Snapshot(FacilityScene.At(2)).PowerRatio!.Value.Value, 12);
    }

    [Fact]
    public void Stores_minutes_of_power_and_weather()
    {
        for (var second = 0; second <= 60; second += 10)
        {
            _scene.Poll("utility-1", 130, second);
            _scene.Poll("ups-1", 100, second);
            _scene.Fold(new Reading(PointId.Total("weather", Quantity.Temperature), 7.5, FacilityScene.At(second), ReadingQuality.Good));
        }

        _scene.Take(61);

        var minute = _scene.Minutes[FacilityScene.Start];
        Assert.Equal(new MinuteRollup(130_000, 130_000, 130_000, 130_000), minute.TotalPower);
        Assert.Equal(100_000, minute.ItPower!.Value.Mean);
        Assert.Null(minute.CoolingPower);
        Assert.Equal(7.5, minute.OutdoorTemperature);
        Assert.Equal(7.5, _scene.State.Snapshot(FacilityScene.At(61)).OutdoorTemperature!.Value.Celsius);
    }

    [Fact]
    public void Counts_a_batch_once_and_refuses_one_of_another_location()
    {
        var batch = new ReadingBatch(
            "nj-01", 900, Location.PlantOf(_scene.Facility.Id), FacilityScene.Start,
            [new(PointId.Total("ups-1", Quantity.ActivePower), 1, FacilityScene.Start, ReadingQuality.Good)], []);

        Assert.Equal(1, _scene.State.Fold(batch, FacilityScene.Start).Counts.Accepted);
        Assert.True(_scene.State.Fold(batch, FacilityScene.Start).Duplicate);
        Assert.True(_scene.State.Fold(
            batch with { Sequence = 901, Location = Location.Parse("NJ-01/R01/A01") }, FacilityScene.Start).UnknownLocation);
        Assert.Equal(901, _scene.State.FoldedThrough("nj-01"));
    }

    [Fact]
    public void Goes_on_after_a_restore_as_if_nothing_had_been()
    {
        var other = new FacilityScene(Boundary);
        Run(0, 1_000);
        Run(other, 0, 1_000);
        _scene.Take(1_001);
        other.Take(1_001);

        _scene.State = FacilityState.Restore(_scene.Facility, Serialized.Copy(_scene.State.Save()));
        Run(1_010, 2_000);
        Run(other, 1_010, 2_000);

        Assert.Equal(Serialized.Text(other.Take(2_001)), Serialized.Text(_scene.Take(2_001)));
        Assert.Equal(
            Serialized.Text(other.State.Snapshot(FacilityScene.At(2_001))), Serialized.Text(_scene.State.Snapshot(FacilityScene.At(2_001))));
        Assert.Equal(Serialized.Text(other.State.Save()), Serialized.Text(_scene.State.Save()));
    }

    [Fact]
    public void Declares_no_pue_without_a_meter_at_the_utility_entrance()
    {
        var scene = new FacilityScene(("ups-1", MeterRole.UpsOutput));
        scene.Poll("ups-1", 100, 0);

        Assert.Empty(scene.State.Snapshot(FacilityScene.At(1)).PueToday);
    }

    void Run(double from, double to) => Run(_scene, from, to);

    static void Run(FacilityScene scene, double from, double to)
    {
        for (var second = from; second <= to; second += 10)
        {
            scene.Poll("utility-1", 130, second);
            scene.Poll("ups-1", 100, second);
            scene.Poll("cooling-1", 20, second);
            scene.PollRack(0, 60, second);
            scene.PollRack(1, 38, second);
        }
    }
}
