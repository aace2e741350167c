using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Work;

public sealed class DesignSuppressionTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    static readonly Alarm Collector = Standing("NJ-01", "snmp-nj", "collector-silent");
    static readonly Alarm Device = Standing("NJ-01/R01/A01", "pdu-a", "device-silent");
    static readonly Alarm Hot = Standing("NJ-01/R01/A01", "env", "inlet-temperature");

    readonly DesignSuppression _design = new(DesignRules.Shipped);

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
    public void Every_rule_that_the_shipped_suppressions_name_is_a_shipped_rule() => Assert.All(
        DesignRules.Shipped.SelectMany(rule => rule.Causes.Concat(rule.Suppresses)), id => Assert.NotNull(AlarmRuleBook.Shipped.Of(id)));

    ImmutableArray<WindowAction> Look(DateTimeOffset now, params CausedIncident[] open) => _design.Actions(open, [], now);

    static Alarm Standing(string place, string device, string rule) =>
        Alarm.Normal(new(Location.Parse(place), PointId.Total(device, Quantity.None), rule), AlarmPriority.Minor, Start) with
        {
            Standing = AlarmState.Unacknowledged,
            IsAbnormal = true,
        };
}
