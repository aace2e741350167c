using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Watching;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Watching;

public sealed class UnitWatchTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    static readonly Location Plant = Location.Parse("NJ-01");

    readonly AlarmBook _book = new(AlarmPolicy.Usual);

    [Fact]
    public void Two_ups_of_one_bus_of_which_one_is_critical_have_lost_their_redundancy_and_without_both_it_is_an_outage()
    {
        var watch = Of("""{ "redundancy-lost": [{ "id": "lost", "priority": "minor" }] }""");
        Conditions(watch, 0, ("ups-a", 0), ("ups-b", 0));
        Assert.Empty(_book.Standing);

        Conditions(watch, 10, ("ups-b", 2));
        var one = Assert.Single(_book.Standing);
        watch.Observe(_book, Plant, [new(new("ups-a", PartKind.Output, 1, Quantity.Voltage), 0, Start.AddSeconds(20), ReadingQuality.Good)], Start.AddSeconds(20));

        Assert.Equal(("ups-a-and-ups-b", AlarmPriority.Minor), (one.Key.Point.Device, one.Priority));
        Assert.Equal(AlarmPriority.Critical, Assert.Single(_book.Standing).Priority);
    }

    [Fact]
    public void A_declared_group_of_cooling_units_knows_how_many_are_needed()
    {
        var watch = Of("""
            { "redundancy-lost": [{ "id": "handlers", "priority": "minor",
              "groups": [{ "name": "R01 air", "facility": "NJ-01", "units": ["crah-1", "crah-2"], "needed": 2 }] }] }
            """);
        Conditions(watch, 0, ("crah-1", 1), ("crah-2", 0));
        Assert.Empty(_book.Standing);

        Conditions(watch, 10, ("crah-2", 2));

        var alarm = Assert.Single(_book.Standing);
        Assert.Equal(("handlers", AlarmPriority.Critical, "alarm.redundancy.failed"), (alarm.Key.Rule, alarm.Priority, alarm.Text!.Id));
    }

    [Fact]
    public void A_unit_that_says_nothing_is_neither_lost_nor_well()
    {
        var watch = Of("""{ "redundancy-lost": [{ "id": "lost", "priority": "minor" }] }""");

        Conditions(watch, 0, ("ups-a", 0));
        Conditions(watch, 10, ("ups-b", 3));

        Assert.Empty(_book.Standing);
    }

    static UnitWatch Of(string rules) => new(
        [.. new AlarmRuleBook(AlarmRuleBook.Parse("test", rules)).Of<RedundancyLostRule>()], UnitChain.Graph, place => place == Plant,
        AlarmPolicy.Usual.PromisedAge);

    void Conditions(UnitWatch watch, int second, params (string Device, double Code)[] units)
    {
        foreach (var (device, code) in units)
        {
            watch.Observe(
                _book, Plant, [new(PointId.Total(device, Quantity.Condition), code, Start.AddSeconds(second), ReadingQuality.Good)], Start.AddSeconds(second));
        }
    }
}
