using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Watching;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Watching;

public sealed class FailoverWatchTests
{
    // Noon in Beijing.
    static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset NextDay = Start.AddHours(12).AddSeconds(5);
    static readonly Location Plant = Location.Parse("NJ-01");
    static readonly Location Rack = Location.Parse("NJ-01/R01/A01");
    static readonly ImmutableArray<FailoverRule> Rules = [.. AlarmRuleBook.Shipped.Of<FailoverRule>()];

    readonly AlarmBook _book = new(AlarmPolicy.Usual);

    [Fact]
    public void A_breaker_that_could_not_carry_both_at_yesterdays_peak_is_told_when_the_day_begins()
    {
        var watch = AtPlant();
        Amperes(watch, 14, 13, 0);
        Amperes(watch, 9, 9, 600);

        watch.Sweep(_book, Start.AddHours(1));
        Assert.Empty(_book.Standing);
        watch.Sweep(_book, NextDay);

        // 27 A in one minute on a breaker of 32 A derated to 25.6 A.
        var alarm = Assert.Single(_book.Standing);
        Assert.Equal(27, alarm.Value);
        Assert.Equal("panel-a/breaker-1/current", alarm.Key.Point.ToString());
    }

    [Fact]
    public void Loads_of_different_moments_are_not_added()
    {
        var watch = AtPlant();
        Amperes(watch, 14, null, 0);
        Amperes(watch, null, 13, 300);

        watch.Sweep(_book, NextDay);

        Assert.Empty(_book.Standing);
    }

    [Fact]
    public void A_failing_pair_is_shown_again_and_again_and_a_better_day_ends_it()
    {
        var watch = AtPlant();
        Amperes(watch, 14, 13, 0);
        watch.Sweep(_book, NextDay);
        for (var second = 0; second <= 300; second += 5)
        {
            watch.Sweep(_book, NextDay.AddSeconds(second));
            _book.Sweep(NextDay.AddSeconds(second));
        }

        Assert.False(Assert.Single(_book.Standing).IsDataMissing);
        Amperes(watch, 10, 10, 86_400);
        watch.Sweep(_book, NextDay.AddDays(1));

        Assert.False(Assert.Single(_book.Standing).IsAbnormal);
    }

    [Fact]
    public void What_was_seen_before_a_restart_counts()
    {
        var before = AtPlant();
        Amperes(before, 14, 13, 0);

        var after = new FailoverWatch(Rules, UnitChain.Graph, place => place.Rack is null) { Peaks = before.Peaks };
        after.Sweep(_book, NextDay);

        Assert.Equal(27, Assert.Single(_book.Standing).Value);
    }

    [Fact]
    public void Equipment_that_is_rated_by_power_is_judged_by_power_without_derating()
    {
        var watch = new FailoverWatch(Rules, UnitChain.Graph, place => place == Rack);
        watch.Observe(_book, Rack, [Total("pdu-a", 4_000), Total("pdu-b", 3_500)], Start);

        watch.Sweep(_book, NextDay);

        Assert.Equal((7_500, "pdu-a/total/active-power"), (Assert.Single(_book.Standing).Value, Assert.Single(_book.Standing).Key.Point.ToString()));
    }

    [Fact]
    public void The_weaker_of_two_survives_in_thought()
    {
        var watch = AtPlant();
        watch.Observe(_book, Plant, [Total("ups-a", 45_000), Total("ups-b", 45_000)], Start);

        watch.Sweep(_book, NextDay);

        // 90 kW would do on A, of 100 kW, and not on B, of 80 kW.
        var text = Assert.Single(_book.Standing).Text!;
        Assert.Contains(text.Arguments, argument => argument.Name == "survivor" && argument.Text == "ups-b");
    }

    static FailoverWatch AtPlant() => new(Rules, UnitChain.Graph, place => place.Rack is null);

    static Reading Total(string device, double watts) =>
        new(PointId.Total(device, Quantity.ActivePower), watts, Start, ReadingQuality.Good);

    void Amperes(FailoverWatch watch, double? a, double? b, int second)
    {
        var at = Start.AddSeconds(second);
        Reading[] readings = [.. new[] { ("panel-a", a), ("panel-b", b) }.Where(each => each.Item2 is not null)
            .Select(each => new Reading(new(each.Item1, PartKind.Breaker, 1, Quantity.Current), each.Item2, at, ReadingQuality.Good))];
        watch.Observe(_book, Plant, readings, at);
    }
}
