using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Racks;

public sealed class RackAcceptanceTests
{
    static readonly DateTimeOffset Now = RoomScene.Start;

    readonly RackState _rack = new(
        new Rack(RackId.Parse("NJ-01/R01/A01"), Power.FromKilowatts(8)), TimeSpan.FromSeconds(45));

    [Fact]
    public void Accepts_a_reading_and_shows_it()
    {
        var reading = RoomScene.Power("pdu-a", 4_200, Now);

        Assert.Equal(ReadingOutcome.Accepted, Apply(reading));
        Assert.Equal([reading], _rack.Snapshot(Now).Latest);
    }

    [Fact]
    public void Calls_a_reading_stale_that_is_not_newer_than_its_points_last()
    {
        Apply(RoomScene.Power("pdu-a", 4_200, Now));

        Assert.Equal(ReadingOutcome.Stale, Apply(RoomScene.Power("pdu-a", 9_999, Now)));
        Assert.Equal(ReadingOutcome.Stale, Apply(RoomScene.Power("pdu-a", 9_999, Now.AddSeconds(-10))));
        Assert.Equal(4_200, _rack.Snapshot(Now).Power!.Value.Watts);
    }

    [Fact]
    public void Refuses_a_reading_of_tomorrow_but_allows_for_a_clock_that_runs_ahead()
    {
        Assert.Equal(ReadingOutcome.FromTheFuture, Apply(RoomScene.Power("pdu-a", 1, Now.AddDays(1))));
        Assert.Equal(ReadingOutcome.FromTheFuture, Apply(RoomScene.Power("pdu-a", 1, Now.AddMinutes(5).AddTicks(1))));
        Assert.Equal(ReadingOutcome.Accepted, Apply(RoomScene.Power("pdu-a", 1, Now.AddMinutes(5))));
    }

    [Fact]
    public void Refuses_a_reading_of_1970_and_one_older_than_any_outage()
    {
        Assert.Equal(ReadingOutcome.TooOld, Apply(RoomScene.Power("pdu-a", 1, DateTimeOffset.UnixEpoch)));
        Assert.Equal(ReadingOutcome.TooOld, Apply(RoomScene.Power("pdu-a", 1, Now.AddDays(-35).AddTicks(-1))));
        Assert.Equal(ReadingOutcome.Accepted, Apply(RoomScene.Power("pdu-a", 1, Now.AddDays(-35))));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Keeps_a_value_that_is_no_number_as_not_available(double value)
    {
        Assert.Equal(ReadingOutcome.Unusable, Apply(RoomScene.Power("pdu-a", value, Now)));

        var kept = Assert.Single(_rack.Snapshot(Now).Latest);
        Assert.Null(kept.Value);
        Assert.Equal(ReadingQuality.Bad, kept.Quality);
        Assert.Null(_rack.Snapshot(Now).Power);
    }

    [Fact]
    public void Puts_a_bad_or_absent_value_in_no_total()
    {
        Apply(RoomScene.Power("pdu-a", 4_000, Now));
        Apply(RoomScene.Power("pdu-b", 4_000, Now));

        Assert.Equal(ReadingOutcome.Unusable, Apply(RoomScene.Power("pdu-b", null, Now.AddSeconds(10))));
        Assert.Null(_rack.Snapshot(Now.AddSeconds(10)).Power);
        Assert.Equal(
            ReadingOutcome.Unusable,
            Apply(RoomScene.Power("pdu-b", 5, Now.AddSeconds(20)) with { Quality = ReadingQuality.Bad }));
        Assert.Null(_rack.Snapshot(Now.AddSeconds(20)).Power);
    }

    [Fact]
    public void Refuses_an_implausible_register_step_and_keeps_the_last_good_value()
    {
        Apply(RoomScene.Register("pdu-a", 1_000_000, Now), RoomScene.Traits());

        var outcome = Apply(RoomScene.Register("pdu-a", 1_095_000, Now.AddMinutes(1)), RoomScene.Traits());

        Assert.Equal(ReadingOutcome.Implausible, outcome);
        Assert.Equal(1_000_000, Assert.Single(_rack.Snapshot(Now).Latest).Value);
    }

    [Fact]
    public void Refuses_new_points_when_there_are_as_many_as_may_be()
    {
        for (var outlet = 0; outlet < PointTable.MostPoints; outlet++)
            Apply(new(new("pdu-a", PartKind.Outlet, (ushort)outlet, Quantity.Current), 1, Now, ReadingQuality.Good));

        Assert.Equal(ReadingOutcome.Excess, Apply(RoomScene.Power("pdu-b", 1, Now)));
        Assert.Equal(PointTable.MostPoints, _rack.Snapshot(Now).Latest.Length);
    }

    [Fact]
    public void Allocates_nothing_for_points_that_it_knows()
    {
        var traits = RoomScene.Traits();
        Poll(traits, 0);
        Poll(traits, 10);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Poll(traits, 20);
        Poll(traits, 30);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    void Poll(RegisterTraits traits, int second)
    {
        var at = Now.AddSeconds(second);
        Apply(RoomScene.Power("pdu-a", 3_600, at));
        Apply(RoomScene.Inlet(1, 23.5, at));
        Apply(RoomScene.Register("pdu-a", 1_000 + second, at), traits);
    }

    ReadingOutcome Apply(Reading reading, RegisterTraits? register = null) =>
        _rack.Apply(reading, register, reading.ObservedAt > Now && reading.ObservedAt < Now.AddMinutes(2) ? reading.ObservedAt : Now);
}
