using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Racks;

/// <summary>What a device kept while nobody heard it: into minutes that have nothing, and nowhere else.</summary>
public sealed class HistoricalLaneTests
{
    readonly RoomScene _scene = new();
    long _sequence = 1_000_000;

    [Fact]
    public void Fills_the_power_of_minutes_in_which_nothing_was_heard_and_leaves_their_energy()
    {
        HearBothFeedsButFor(5, 15);
        var energy = _scene.Minute(8).Energy;

        var counts = Recall(1_200, Kept("pdu-a", 1_500, 480), Kept("pdu-a", 1_700, 510), Kept("pdu-b", 2_000, 490));
        _scene.Take(1_210);

        Assert.Equal(3, counts.Accepted);
        Assert.NotNull(energy);
        Assert.Equal(energy, _scene.Minute(8).Energy);
        Assert.Equal(new MinuteRollup(3_500, 3_600, 3_700, 3_700), _scene.Minute(8).Power);
    }

    [Fact]
    public void Waits_for_every_feed_of_the_rack_and_takes_them_in_any_order()
    {
        HearBothFeedsButFor(5, 15);
        Recall(1_200, Kept("pdu-b", 2_000, 490));
        _scene.Take(1_210);
        var half = _scene.Minute(8).Power;

        Restore();
        Recall(1_220, Kept("pdu-a", 1_500, 480));
        _scene.Take(1_230);

        Assert.Null(half);
        Assert.Equal(3_500, _scene.Minute(8).Power!.Value.Mean);
    }

    [Fact]
    public void Leaves_a_minute_that_was_measured_live()
    {
        HearBothFeedsButFor(5, 15);
        var before = _scene.Minute(2);

        Recall(1_200, Kept("pdu-a", 9_000, 130), Kept("pdu-b", 9_000, 130));
        _scene.Take(1_210);

        Assert.Equal(before, _scene.Minute(2));
    }

    [Fact]
    public void Is_never_shown_and_moves_no_energy()
    {
        HearBothFeedsButFor(5, 15);
        var before = _scene.Snapshot(1_200);
        var report = _scene.State.Report(RoomScene.At(1_200));

        Recall(
            1_200, Kept("pdu-a", 99_000, 600), Kept("pdu-b", 99_000, 600), RoomScene.Register("pdu-a", 1, RoomScene.At(600)),
            RoomScene.Condition("pdu-a", ConditionCode.Critical, RoomScene.At(600)), Kept("pdu-a", 99_000, 1_199));
        var after = _scene.Snapshot(1_200);

        Assert.Equal(before with { Latest = [] }, after with { Latest = [] });
        Assert.Equal(before.Latest, after.Latest);
        Assert.Equal(report.Intervals, _scene.State.Report(RoomScene.At(1_200)).Intervals);
    }

    [Fact]
    public void Fills_the_silence_of_a_rack_without_registers_however_long_ago()
    {
        Inlet(0);
        Inlet(6 * 3_600);
        Inlet((6 * 3_600) + 60);
        _scene.Take(7 * 3_600);

        Recall(7 * 3_600, RoomScene.Inlet(1, 31, RoomScene.At(3_610)), RoomScene.Inlet(1, 29, RoomScene.At(3_640)));
        _scene.Take((7 * 3_600) + 10);

        Assert.Equal(new MinuteRollup(29, 30, 31, 29), _scene.Minute(60).InletTemperature);
    }

    [Theory]
    [InlineData(2_000, "FromTheFuture")]
    [InlineData(-36 * 86_400, "TooOld")]
    [InlineData(-3_600, "Stale")]
    public void Says_what_became_of_a_value_that_it_cannot_keep(double second, string outcome)
    {
        HearBothFeedsButFor(5, 15);
        _scene.Take(1_200);

        Assert.Equal(1, Recall(1_200, Kept("pdu-a", 1_000, second))[Enum.Parse<ReadingOutcome>(outcome)]);
    }

    static Reading Kept(string device, double watts, double second) => RoomScene.Power(device, watts, RoomScene.At(second));

    void Inlet(double second) => _scene.Fold(RoomScene.Inlet(1, 25, RoomScene.At(second)));

    void HearBothFeedsButFor(double fromMinute, double toMinute)
    {
        for (var second = 0.0; second <= 1_200; second += 10)
        {
            if (second > fromMinute * 60 && second < toMinute * 60)
                continue;

            foreach (var device in new[] { "pdu-a", "pdu-b" })
                _scene.Poll(device, 1.8, second, second);
        }

        _scene.Take(1_200);
    }

    void Restore() => _scene.State = RoomState.Restore(_scene.Room, _scene.State.Save());

    ReadingCounts Recall(double receivedAt, params Reading[] readings) => _scene.State.Fold(
        new("nj-01", ++_sequence, Location.Of(_scene.RackId()), RoomScene.At(receivedAt), [.. readings], [], ReadingLane.Historical),
        RoomScene.At(receivedAt)).Counts;
}
