using DcOps.Collectors.Snmp.Polling;

namespace DcOps.Collectors.Snmp.Tests.Polling;

public sealed class PollTimetableTests
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 14)]
    [InlineData(4.1, 14)]
    [InlineData(13.9, 14)]
    [InlineData(36, 44)]
    public void Keeps_to_the_device_s_own_place_and_skips_what_it_missed(double now, double next)
    {
        var timetable = new PollTimetable(Interval, place: 0.4);

        Assert.Equal(next, timetable.Next(TimeSpan.FromSeconds(now)).TotalSeconds, 6);
    }

    [Fact]
    public void Asks_a_silent_device_at_waits_that_double_up_to_two_minutes()
    {
        var timetable = new PollTimetable(Interval, place: 0.4);
        var now = TimeSpan.FromSeconds(7);

        var waits = Enumerable.Range(1, 7).Select(failures => timetable.NextProbe(now, failures).TotalSeconds);

        Assert.Equal([14, 24, 44, 84, 124, 124, 124], waits.Select(wait => Math.Round(wait, 6)));
    }

    [Fact]
    public void Never_asks_a_silent_device_more_often_than_a_healthy_one()
    {
        var timetable = new PollTimetable(TimeSpan.FromMinutes(10), place: 0);

        Assert.Equal(TimeSpan.FromMinutes(10), timetable.NextProbe(TimeSpan.Zero, failures: 1));
        Assert.Equal(TimeSpan.FromMinutes(10), timetable.NextProbe(TimeSpan.Zero, failures: 9));
    }

    [Fact]
    public void Spreads_devices_evenly()
    {
        var places = Enumerable.Range(0, 10_000).Select(rack => PollTimetable.PlaceOf($"NJ-01/R{rack / 200:00}/A{rack % 200:000} pdu-a"));

        var tenths = places.CountBy(place => (int)(place * 10)).ToDictionary();

        Assert.Equal(10, tenths.Count);
        Assert.All(tenths.Values, count => Assert.InRange(count, 850, 1_150));
    }
}
