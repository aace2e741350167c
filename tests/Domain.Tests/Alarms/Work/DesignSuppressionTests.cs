using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Work;

public sealed class DesignSuppressionTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    static readonly Alarm Collector = Standing("NJ-01", "snmp-nj", "collector-silent");
    static readonly Alarm Device = Standing("NJ-01/R01/A01", "pdu-a", "device-silent");
    static readonly Alarm Hot = Standing("NJ-01/R01/A01", "env", "inlet-temperature");

    // As docs/alarms.md gives it to who declares generators.
    static readonly DesignRule GeneratorTest = new()
    {
        Id = "generator-test",
        Causes = ["generator-running"],
        InFacility = true,
        Unless = ["feed-dead"],
        Suppresses = ["frequency", "ups-on-battery"],
    };

    readonly DesignSuppression _design = new(DesignRules.Shipped, ImmutableDictionary<string, AlarmScope>.Empty);

    [Fact]
    public void What_a_silent_collector_explains_is_suppressed_and_what_it_does_not_is_left_alone()
    {
        var action = Assert.Single(Look(Start, new CausedIncident(Collector, [Device, Hot])));

        Assert.Equal(Device.Key, action.Key);
        Assert.StartsWith("design silent-collector", Assert.IsType<AlarmCommand.Suppress>(action.Command).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cause_that_is_over_or_unknown_suppresses_nothing()
    {
        Assert.Empty(Look(Start, new CausedIncident(Collector with { IsAbnormal = false }, [Device])));
        Assert.Empty(Look(Start, new CausedIncident(Collector with { IsDataMissing = true }, [Device])));
    }

    [Fact]
    public void After_the_cause_those_behind_it_have_a_minute_and_are_let_go_then()
    {
        var reason = ((AlarmCommand.Suppress)Look(Start, new CausedIncident(Collector, [Device]))[0].Command).Reason;
        var held = Device with { Holds = AlarmHolds.SuppressedByDesign, Work = AlarmWork.None with { HeldBecause = reason } };

        Assert.Empty(_design.Actions([new(Collector, [held])], [held], Start.AddSeconds(10)));
        Assert.Empty(_design.Actions([], [held], Start.AddSeconds(20)));
        Assert.Empty(_design.Actions([], [held], Start.AddSeconds(79)));
        var action = Assert.Single(_design.Actions([], [held], Start.AddSeconds(80)));

        Assert.IsType<AlarmCommand.EndSuppression>(action.Command);
    }

    [Fact]
    public void What_a_maintenance_window_or_a_person_holds_is_not_let_go()
    {
        var held = Device with { Holds = AlarmHolds.SuppressedByDesign, Work = AlarmWork.None with { HeldBecause = "maintenance w1" } };

        Look(Start);
        Assert.Empty(_design.Actions([], [held], Start.AddHours(1)));
    }

    [Fact]
    public void An_empty_rack_is_neither_dead_nor_silent_and_its_heat_still_counts()
    {
        var design = new DesignSuppression(
            DesignRules.Shipped, ImmutableDictionary<string, AlarmScope>.Empty.Add("empty-racks", new() { Locations = ["NJ-01/R01/A01"] }));
        var dead = Standing("NJ-01/R01/A01", "pdu-b", "feed-dead");
        var elsewhere = Standing("NJ-01/R01/A02", "pdu-b", "feed-dead");

        var actions = design.Actions([], [Device, dead, Hot, elsewhere], Start);

        Assert.Equal([Device.Key, dead.Key], actions.Select(action => action.Key));
        Assert.Equal("design rack-empty: NJ-01/R01/A01", Assert.IsType<AlarmCommand.Suppress>(actions[0].Command).Reason);
    }

    [Fact]
    public void A_rack_that_is_not_empty_any_more_is_let_go_after_a_minute()
    {
        var held = Held(Device, "design rack-empty: NJ-01/R01/A01");

        Assert.Empty(_design.Actions([], [held], Start));
        Assert.IsType<AlarmCommand.EndSuppression>(Assert.Single(_design.Actions([], [held], Start.AddSeconds(60))).Command);
    }

    [Fact]
    public void A_generator_that_runs_while_the_mains_are_there_is_being_tested()
    {
        var design = new DesignSuppression([GeneratorTest], ImmutableDictionary<string, AlarmScope>.Empty);
        var (generator, battery) = (Standing("NJ-01", "generator-1", "generator-running"), Standing("NJ-01", "ups-1", "ups-on-battery"));

        var action = Assert.Single(design.Actions([], [generator, battery, Hot], Start));

        Assert.Equal((battery.Key, "design generator-test"), (action.Key, ((AlarmCommand.Suppress)action.Command).Reason));
        Assert.Empty(design.Actions([], [generator with { IsDataMissing = true }, battery], Start));
    }

    [Fact]
    public void A_generator_that_runs_because_the_mains_are_gone_or_unknown_is_no_test_and_what_was_held_is_told_at_once()
    {
        var design = new DesignSuppression([GeneratorTest], ImmutableDictionary<string, AlarmScope>.Empty);
        var (generator, battery) = (Standing("NJ-01", "generator-1", "generator-running"), Standing("NJ-01", "ups-1", "ups-on-battery"));
        var mains = Standing("NJ-01", "utility-1", "feed-dead");

        Assert.Empty(design.Actions([], [generator, battery, mains], Start));
        var action = Assert.Single(design.Actions(
            [], [generator, Held(battery, "design generator-test"), mains with { IsAbnormal = false, IsDataMissing = true }], Start.AddSeconds(5)));

        Assert.IsType<AlarmCommand.EndSuppression>(action.Command);
    }

    [Theory]
    [InlineData("""{ "id": "both", "causes": ["leak"], "groups": ["g"], "suppresses": ["humidity"] }""")]
    [InlineData("""{ "id": "neither", "suppresses": ["humidity"] }""")]
    [InlineData("""{ "id": "no-facility", "causes": ["leak"], "unless": ["humidity"], "suppresses": ["humidity"] }""")]
    public void A_rule_states_causes_or_groups_and_its_exceptions_count_for_a_facility(string rule)
    {
        var document = ConfigurationDocument.Parse("site.json", $$"""{ "suppressions": [{{rule}}] }""");

        document.Section<DesignRule[]>("suppressions", required: true);

        Assert.Throws<ConfigurationException>(document.ThrowIfFaulty);
    }

    [Fact]
    public void Every_rule_that_the_shipped_suppressions_name_is_a_shipped_rule() => Assert.All(
        DesignRules.Shipped.SelectMany(rule => rule.Causes.Concat(rule.Suppresses)), id => Assert.NotNull(AlarmRuleBook.Shipped.Of(id)));

    static Alarm Held(Alarm alarm, string reason) =>
        alarm with { Holds = AlarmHolds.SuppressedByDesign, Work = AlarmWork.None with { HeldBecause = reason } };

    ImmutableArray<WindowAction> Look(DateTimeOffset now, params CausedIncident[] open) => _design.Actions(open, [], now);

    static Alarm Standing(string place, string device, string rule) =>
        Alarm.Normal(new(Location.Parse(place), PointId.Total(device, Quantity.None), rule), AlarmPriority.Minor, Start) with
        {
            Standing = AlarmState.Unacknowledged,
            IsAbnormal = true,
        };
}
