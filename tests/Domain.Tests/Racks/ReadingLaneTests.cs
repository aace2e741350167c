using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Racks;

/// <summary>After an outage: what comes ahead of the backlog is shown, and what comes in order is kept.</summary>
public sealed class ReadingLaneTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
    static readonly Rack Rack = new(new(new(FacilityId.Parse("NJ-01"), "R01"), "A01"), Power.FromKilowatts(8));
    readonly RoomState _room = RoomState.New(new(Rack.Id.Room, new("一号", "One"), [Rack]));

    [Fact]
    public void What_comes_ahead_is_live_at_once()
    {
        Fold("c", 1, Start, watts: 1_000);

        Fold("c.ahead", 1, Start.AddHours(3), watts: 2_000, ReadingLane.Ahead);

        var shown = _room.Rack(Rack.Id, Start.AddHours(3))!;
        Assert.Equal((Freshness.Live, 2_000), (shown.Freshness, shown.Power!.Value.Watts));
    }

    [Fact]
    public void What_comes_in_order_does_not_set_the_shown_back()
    {
        Fold("c", 1, Start, watts: 1_000);
        Fold("c.ahead", 1, Start.AddHours(3), watts: 2_000, ReadingLane.Ahead);

        Fold("c", 2, Start.AddHours(1), watts: 1_500, ReadingLane.Backfill);

        Assert.Equal(2_000, _room.Rack(Rack.Id, Start.AddHours(3))!.Power!.Value.Watts);
    }

    [Fact]
    public void What_comes_in_order_is_shown_again_once_it_has_caught_up()
    {
        Fold("c.ahead", 1, Start.AddHours(3), watts: 2_000, ReadingLane.Ahead);

        Fold("c", 1, Start.AddHours(3), watts: 2_000);
        Fold("c", 2, Start.AddHours(3).AddSeconds(10), watts: 2_100);

        Assert.Equal(2_100, _room.Rack(Rack.Id, Start.AddHours(3).AddSeconds(10))!.Power!.Value.Watts);
    }

    [Fact]
    public void Everything_that_is_kept_is_as_if_nothing_had_come_ahead()
    {
        var other = RoomState.New(new(Rack.Id.Room, new("一号", "One"), [Rack]));
        for (var minute = 0; minute < 40; minute++)
        {
            var at = Start.AddMinutes(minute);
            Fold("c.ahead", minute + 1, at.AddHours(5), watts: 9_000, ReadingLane.Ahead);
            Fold("c", minute + 1, at, watts: 1_000 + minute, ReadingLane.Backfill);
            other.Fold(Batch("c", minute + 1, at, 1_000 + minute, ReadingLane.Ordered), at.AddHours(5));
        }

        var now = Start.AddHours(6);
        Assert.Equal(Text(other.TakeRows(now).RackMinutes), Text(_room.TakeRows(now).RackMinutes));
        Assert.NotEmpty(_room.Report(now).Intervals);
        Assert.Equal(other.Report(now).Intervals, _room.Report(now).Intervals);
    }

    static string Text<T>(ImmutableArray<T> rows) => string.Join('\n', rows);

    static ReadingBatch Batch(string collector, long sequence, DateTimeOffset at, double watts, ReadingLane lane)
    {
        var register = PointId.Total("pdu", Quantity.ActiveEnergy);
        return new(
            collector,
            sequence,
            Location.Parse(Rack.Id.Value),
            at,
            [
                new(PointId.Total("pdu", Quantity.ActivePower), watts, at, ReadingQuality.Good),
                new(register, 1_000_000 + (at - Start).TotalHours * 1_000, at, ReadingQuality.Good),
            ],
            [new(register, 1, null, 10_000, false, null)],
            lane);
    }

    void Fold(string collector, long sequence, DateTimeOffset at, double watts, ReadingLane lane = ReadingLane.Ordered) =>
        _room.Fold(Batch(collector, sequence, at, watts, lane), Start.AddHours(5));
}
