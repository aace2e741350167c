using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Racks;

public sealed class RoomStateTests
{
    readonly RoomScene _scene = new(racks: 2);

    [Fact]
    public void Reports_an_interval_when_all_of_a_racks_registers_have_passed_it()
    {
        _scene.Poll("pdu-a", 6, 0, 910, rack: 1);
        _scene.Poll("pdu-a", 3, 0, 890, rack: 2);

        var before = _scene.State.Report(RoomScene.At(911)).Intervals[0];
        _scene.Poll("pdu-a", 3, 900, 900, rack: 2);
        var after = _scene.State.Report(RoomScene.At(912)).Intervals[0];

        Assert.Equal(
            new(RoomScene.Start, new Energy(1_500), Energy.Zero, IntervalQuality.Measured, RacksKnown: 1, RacksExpected: 2), before);
        Assert.Equal(
            new(RoomScene.Start, new Energy(2_250), Energy.Zero, IntervalQuality.Measured, RacksKnown: 2, RacksExpected: 2), after);
    }

    [Fact]
    public void Reports_what_the_open_interval_has_so_far_without_calling_any_rack_known()
    {
        _scene.Poll("pdu-a", 6, 0, 300);

        var open = Assert.Single(_scene.State.Report(RoomScene.At(301)).Intervals);

        Assert.Equal(new(RoomScene.Start, new Energy(500), Energy.Zero, IntervalQuality.Measured, 0, 2), open);
    }

    [Fact]
    public void Reports_the_last_minutes_with_the_racks_that_are_known()
    {
        _scene.Poll("pdu-a", 6, 0, 120, rack: 1);
        _scene.Poll("pdu-a", 3, 0, 60, rack: 2);

        var minutes = _scene.State.Report(RoomScene.At(121)).Minutes;

        Assert.Equal(
            [
                new RoomMinute(RoomScene.Start, new Energy(150), Energy.Zero, 2, 2),
                new RoomMinute(RoomScene.Start.AddMinutes(1), new Energy(100), Energy.Zero, 1, 2),
            ],
            minutes);
    }

    [Fact]
    public void Counts_its_racks_by_freshness_and_condition()
    {
        _scene.Fold(
            1, RoomScene.Power("pdu-a", 2_000, RoomScene.At(0)), RoomScene.Condition("pdu-a", ConditionCode.Warning, RoomScene.At(0)),
            RoomScene.Inlet(1, 25, RoomScene.At(0)));

        var live = _scene.State.Report(RoomScene.At(1));
        var stale = _scene.State.Report(RoomScene.At(100));

        Assert.Equal((2_000, 1, 0, 1, 1, 0), (live.ItPower!.Value.Watts, live.RacksLive, live.RacksStale, live.RacksNeverSeen, live.RacksInWarning, live.RacksCritical));
        Assert.Equal(25, live.HottestInlet!.Value.Celsius);
        Assert.Equal((null, 0, 1, 1, 0), (stale.ItPower, stale.RacksLive, stale.RacksStale, stale.RacksNeverSeen, stale.RacksInWarning));
        Assert.Equal(1, live.RacksMetered);
    }

    [Fact]
    public void Numbers_its_reports_upwards_even_after_a_crash_that_lost_the_last_numbers()
    {
        var image = _scene.State.Save();
        var last = _scene.State.Report(RoomScene.At(10)).Version;
        var again = _scene.State.Report(RoomScene.At(10)).Version;

        var restored = RoomState.Restore(_scene.Room, image).Report(RoomScene.At(11)).Version;

        Assert.True(again > last);
        Assert.True(restored > again);
    }

    [Fact]
    public void Counts_a_batch_once_however_often_it_comes()
    {
        _scene.Poll("pdu-a", 6, 0, 30);
        var batch = _scene.Batch(1, [RoomScene.Traits()], RoomScene.Register("pdu-a", 1_000, RoomScene.At(40)));

        var first = _scene.State.Fold(batch, RoomScene.At(41));
        var image = Serialized.Text(_scene.State.Save());
        var second = _scene.State.Fold(batch, RoomScene.At(42));

        Assert.False(first.Duplicate);
        Assert.Equal(FoldOutcome.AlreadyFolded, second);
        Assert.Equal(image, Serialized.Text(_scene.State.Save()));
        Assert.Equal(batch.Sequence, _scene.State.FoldedThrough("nj-01"));
        Assert.Equal(0, _scene.State.FoldedThrough("sz-01"));
    }

    [Fact]
    public void Names_a_batch_for_a_rack_that_it_does_not_have()
    {
        var batch = _scene.Batch(1, [], RoomScene.Power("pdu-a", 1, RoomScene.At(0)))
            with
        { Location = Location.Parse("NJ-01/R01/Z99") };

        var outcome = _scene.State.Fold(batch, RoomScene.At(1));

        Assert.True(outcome.UnknownLocation);
        Assert.Equal(0, outcome.Counts.Total);
        Assert.True(_scene.State.Fold(batch, RoomScene.At(1)).Duplicate);
    }

    [Fact]
    public void Is_dirty_from_a_fold_to_a_save()
    {
        Assert.False(_scene.State.IsDirty);

        _scene.Fold(RoomScene.Power("pdu-a", 1, RoomScene.At(0)));
        Assert.True(_scene.State.IsDirty);

        _scene.State.Save();
        Assert.False(_scene.State.IsDirty);
    }

    [Fact]
    public void Restores_racks_that_are_still_there_and_begins_new_ones_empty()
    {
        _scene.Fold(1, RoomScene.Power("pdu-a", 1_000, RoomScene.At(0)));
        _scene.Fold(2, RoomScene.Power("pdu-a", 2_000, RoomScene.At(0)));
        var third = new Rack(new(_scene.Room.Id, "A03"), Power.FromKilowatts(8));
        var changed = _scene.Room with { Racks = [_scene.Room.Racks[1], third] };

        var restored = RoomState.Restore(changed, Serialized.Copy(_scene.State.Save()));

        Assert.Equal([2_000.0, null], restored.Racks(RoomScene.At(1)).Select(rack => rack.Power?.Watts));
    }

    [Fact]
    public void Reads_the_evidence_of_a_reset_that_stands_behind_the_register_in_its_batch()
    {
        var traits = RoomScene.Traits(isVolatile: true);
        _scene.State.Fold(_scene.Batch(1, [traits], Reading(0, 80_000, uptime: 500_000)), RoomScene.At(1));

        var counts = _scene.State.Fold(_scene.Batch(1, [traits], Reading(60, 60, uptime: 36)), RoomScene.At(61)).Counts;
        _scene.State.Fold(_scene.Batch(1, [traits], Reading(120, 160, uptime: 96)), RoomScene.At(121));
        _scene.Take(122);

        Assert.Equal(3, counts.Accepted);
        Assert.Equal((new Energy(100), IntervalQuality.Estimated), (_scene.Minute(0).Energy!.Value, _scene.Minute(0).Quality));
        Assert.Equal((new Energy(100), IntervalQuality.Measured), (_scene.Minute(1).Energy!.Value, _scene.Minute(1).Quality));

        static Reading[] Reading(double second, double wattHours, double uptime) =>
        [
            RoomScene.Register("pdu-a", wattHours, RoomScene.At(second)),
            RoomScene.Power("pdu-a", 6_000, RoomScene.At(second)),
            new(PointId.Total("pdu-a", Quantity.Uptime), uptime, RoomScene.At(second), ReadingQuality.Good),
        ];
    }

    [Fact]
    public void Still_reports_an_interval_of_more_than_a_day_ago_in_the_hour_after_it_was_restated()
    {
        const double day = 24 * 3_600;
        _scene.Poll("pdu-a", 6, 0, 910);
        Assert.Contains(_scene.State.Report(RoomScene.At(day)).Intervals, interval => interval.From == RoomScene.Start);
        Assert.DoesNotContain(_scene.State.Report(RoomScene.At(day + 900)).Intervals, interval => interval.From == RoomScene.Start);

        for (var second = 0; second <= 910; second += 10)
        {
            var batch = _scene.Batch(2, [RoomScene.Traits()], RoomScene.Register("pdu-a", second, RoomScene.At(second)));
            _scene.State.Fold(batch, RoomScene.At(day + 1_000));
        }

        var restated = _scene.State.Report(RoomScene.At(day + 1_020)).Intervals[0];
        Assert.Equal((RoomScene.Start, 2_400, 2), (restated.From, restated.Energy!.Value.WattHours, restated.RacksKnown));
    }

    [Fact]
    public void Forgets_a_point_that_nobody_has_read_for_longer_than_any_outage()
    {
        _scene.Fold(RoomScene.Power("pdu-a", 1_000, RoomScene.At(0)), RoomScene.Power("pdu-b", 1_000, RoomScene.At(0)));
        var later = 36 * 24 * 3_600.0;
        _scene.Fold(RoomScene.Power("pdu-a", 1_500, RoomScene.At(later)));
        Assert.Null(_scene.Snapshot(later + 1).Power);

        _scene.Take(later + 1);

        Assert.Equal(1_500, _scene.Snapshot(later + 1).Power!.Value.Watts);
    }
}
