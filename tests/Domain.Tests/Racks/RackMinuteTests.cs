using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Racks;

public sealed class RackMinuteTests
{
    readonly RoomScene _scene = new();

    [Fact]
    public void Tells_a_minute_when_readings_have_passed_its_end()
    {
        _scene.Poll("pdu-a", 6, 0, 50);
        Assert.Empty(_scene.Take(59).RackMinutes);

        _scene.Poll("pdu-a", 6, 60, 60);
        var row = Assert.Single(_scene.Take(61).RackMinutes);

        Assert.Equal(
            new RackMinute(
                _scene.RackId(), RoomScene.Start, new MinuteRollup(6_000, 6_000, 6_000, 6_000), null, new Energy(100),
                IntervalQuality.Measured),
            row);
        Assert.Empty(_scene.Take(62).RackMinutes);
    }

    [Fact]
    public void Weighs_the_mean_by_how_long_a_value_held()
    {
        _scene.Fold(RoomScene.Power("pdu-a", 1_000, RoomScene.At(0)));
        _scene.Fold(RoomScene.Power("pdu-a", 4_000, RoomScene.At(40)));
        _scene.Fold(RoomScene.Power("pdu-a", 7_000, RoomScene.At(60)));

        _scene.Take(61);

        Assert.Equal(new MinuteRollup(1_000, 2_000, 4_000, 4_000), _scene.Minute(0).Power);
    }

    [Fact]
    public void Tells_an_unfinished_minute_two_minutes_late_and_again_when_it_is_complete()
    {
        _scene.Poll("pdu-a", 6, 0, 90);
        _scene.Take(100);
        Assert.Empty(_scene.Take(239).RackMinutes);

        var late = Assert.Single(_scene.Take(240).RackMinutes);
        Assert.Equal((RoomScene.Start.AddMinutes(1), null, IntervalQuality.Missing), (late.Minute, late.Energy, late.Quality));

        _scene.Poll("pdu-a", 6, 700, 700);
        _scene.Take(701);
        Assert.Equal(new Energy(100), _scene.Minute(1).Energy);
        Assert.Equal(6_000, _scene.Minute(1).Power!.Value.Mean);
    }

    [Fact]
    public void Lays_a_silence_of_ten_minutes_out_as_interpolated_minutes_that_add_up()
    {
        _scene.Poll("pdu-a", 6, 0, 120);
        _scene.Take(125);

        _scene.Poll("pdu-a", 6, 725, 1_205);
        _scene.Take(1_206);

        Assert.All(Enumerable.Range(3, 8), minute => Assert.Equal(IntervalQuality.Interpolated, _scene.Minute(minute).Quality));
        Assert.All(Enumerable.Range(3, 8), minute => Assert.Null(_scene.Minute(minute).Power));
        Assert.Equal(IntervalQuality.Measured, _scene.Minute(1).Quality);
        Assert.Equal(IntervalQuality.Measured, _scene.Minute(14).Quality);
        Assert.Equal(2_000, Enumerable.Range(0, 20).Sum(minute => _scene.Minute(minute).Energy!.Value.WattHours));
    }

    [Fact]
    public void Measures_the_minutes_of_a_cut_when_its_samples_arrive_late_but_in_order()
    {
        _scene.Poll("pdu-a", 6, 0, 120);
        _scene.Take(125);
        Assert.Empty(_scene.Take(1_800).RackMinutes.Where(row => row.Minute > RoomScene.At(120)));

        _scene.Poll("pdu-a", 6, 130, 1_800);
        _scene.Take(1_801);

        Assert.All(Enumerable.Range(0, 30), minute =>
        {
            Assert.Equal(IntervalQuality.Measured, _scene.Minute(minute).Quality);
            Assert.Equal(new Energy(100), _scene.Minute(minute).Energy);
            Assert.Equal(6_000, _scene.Minute(minute).Power!.Value.Mean);
        });
    }

    [Fact]
    public void Has_no_energy_while_one_of_two_feeds_is_silent_and_all_of_it_when_that_is_back()
    {
        _scene.Poll("pdu-a", 3, 0, 60);
        _scene.Poll("pdu-b", 3, 0, 60);
        _scene.Poll("pdu-a", 3, 70, 600);
        _scene.Take(600);
        Assert.Null(_scene.Minute(5).Energy);
        Assert.Equal(IntervalQuality.Missing, _scene.Minute(5).Quality);
        Assert.Equal(new Energy(100), _scene.Minute(0).Energy);

        _scene.Poll("pdu-b", 3, 600, 600);
        _scene.Take(601);

        Assert.Equal(new Energy(100), _scene.Minute(5).Energy);
        Assert.Equal(IntervalQuality.Interpolated, _scene.Minute(5).Quality);
        Assert.Equal(1_000, Enumerable.Range(0, 10).Sum(minute => _scene.Minute(minute).Energy!.Value.WattHours));
    }

    [Fact]
    public void Keeps_the_inlet_of_a_minute_whose_energy_comes_later()
    {
        _scene.Poll("pdu-a", 6, 0, 60);
        for (var second = 0; second <= 600; second += 30)
            _scene.Fold(RoomScene.Inlet(1, 24, RoomScene.At(second)));
        _scene.Take(600);
        Assert.Null(_scene.Minute(5).Energy);

        _scene.Poll("pdu-a", 6, 600, 600);
        _scene.Take(601);

        Assert.Equal(new Energy(100), _scene.Minute(5).Energy);
        Assert.Equal(24, _scene.Minute(5).InletTemperature!.Value.Mean);
    }

    [Fact]
    public void Does_not_wait_for_a_sensor_that_has_stopped()
    {
        _scene.Fold(RoomScene.Inlet(1, 24, RoomScene.At(0)));
        _scene.Poll("pdu-a", 6, 0, 300);

        var rows = _scene.Take(301).RackMinutes;

        Assert.Equal(5, rows.Length);
        Assert.Null(_scene.Minute(4).InletTemperature);
    }

    [Fact]
    public void Stores_no_row_for_a_minute_of_which_nothing_is_known()
    {
        _scene.Fold(RoomScene.Inlet(1, 24, RoomScene.At(0)));
        _scene.Fold(RoomScene.Inlet(1, 24, RoomScene.At(3_600)));

        _scene.Take(7_200);

        Assert.Equal([RoomScene.Start, RoomScene.Start.AddHours(1)], _scene.Stored.Keys.Select(key => key.Minute).Order());
    }

    [Fact]
    public void Estimates_the_energy_of_a_device_without_a_register_from_its_power()
    {
        for (var second = 0; second <= 120; second += 10)
            _scene.Fold(RoomScene.Power("pdu-a", 6_000, RoomScene.At(second)));

        _scene.Take(121);

        Assert.Equal((new Energy(100), IntervalQuality.Estimated), (_scene.Minute(0).Energy!.Value, _scene.Minute(0).Quality));
    }

    [Fact]
    public void Lets_a_register_take_over_from_the_integral_without_counting_twice()
    {
        for (var second = 0; second <= 90; second += 10)
            _scene.Fold(RoomScene.Power("pdu-a", 6_000, RoomScene.At(second)));
        _scene.Poll("pdu-a", 6, 100, 600);

        _scene.Take(601);

        Assert.Equal(IntervalQuality.Estimated, _scene.Minute(0).Quality);
        Assert.False(_scene.Stored.TryGetValue((_scene.RackId(), RoomScene.Start.AddMinutes(1)), out var row) && row.Energy is not null);
        Assert.All(Enumerable.Range(2, 7), minute => Assert.Equal(new Energy(100), _scene.Minute(minute).Energy));
    }

    [Fact]
    public void Lays_out_no_more_than_48_hours_of_an_absurd_gap()
    {
        _scene.Poll("pdu-a", 0.001, 0, 0);
        var tenDays = 10 * 24 * 3_600;

        var outcome = _scene.State.Fold(
            _scene.Batch(1, [RoomScene.Traits()], RoomScene.Register("pdu-a", 240_000, RoomScene.At(tenDays))),
            RoomScene.At(tenDays));
        _scene.Take(tenDays + 1);

        var intervals = _scene.State.Report(RoomScene.At(tenDays + 1)).Intervals;
        Assert.Equal(48 * 60, _scene.Stored.Count(row => row.Value.Energy is not null));
        Assert.Equal(49 * 4, intervals.Length);
        Assert.Equal((240 - 49) * 1_000, outcome.EnergyBeyondWindow.WattHours);
        Assert.Equal(49 * 1_000, intervals.Sum(interval => interval.Energy!.Value.WattHours));
    }

    [Fact]
    public void Holds_a_minute_for_two_hours_for_a_silent_feed_and_keeps_its_energy_in_the_intervals_longer()
    {
        _scene.Poll("pdu-a", 3, 0, 60);
        _scene.Poll("pdu-b", 3, 0, 60);
        for (var second = 70; second <= 4 * 3_600; second += 10)
        {
            _scene.Poll("pdu-a", 3, second, second);
            if (second % 600 == 0)
                _scene.Take(second + 1);
        }

        _scene.Poll("pdu-b", 3, 4 * 3_600, 4 * 3_600);
        _scene.Take((4 * 3_600) + 1);

        Assert.Null(_scene.Minute(60).Energy);
        Assert.Equal(new Energy(100), _scene.Minute(180).Energy);
        var intervals = _scene.State.Report(RoomScene.At((4 * 3_600) + 2)).Intervals;
        Assert.Equal(24_000, intervals.Sum(interval => interval.Energy!.Value.WattHours));
    }

    [Fact]
    public void Counts_the_energy_of_intervals_that_a_dead_feed_never_completes()
    {
        var beyond = 0L;
        _scene.Poll("pdu-a", 3, 0, 0);
        _scene.Poll("pdu-b", 3, 0, 0);
        for (var hour = 1; hour <= 60; hour++)
        {
            var at = RoomScene.At(hour * 3_600);
            var batch = _scene.Batch(1, [RoomScene.Traits()], RoomScene.Register("pdu-a", hour * 3_000, at));
            beyond += _scene.State.Fold(batch, at).EnergyBeyondWindow.WattHours;
        }

        // 60 h less the window of 49 h and the quarter-hour that is kept beside it.
        Assert.Equal((60 * 3_000) - (49.25 * 3_000), beyond);
    }
}
