using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Wording;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Incidents;

public sealed class IncidentGroupingTests
{
    [Fact]
    public void A_breaker_with_14_racks_is_one_incident_with_its_reason_in_words()
    {
        var grouping = MadeSite.Grouping();
        Outage(breaker: 1).ForEach(grouping.Add);

        var incident = Assert.Single(grouping.Incidents());

        Assert.Equal(29, incident.Alarms.Length);
        Assert.Equal(MadeSite.Tripped(1, 0).Id, incident.Root);
        Assert.Equal("panel-0/breaker-1", incident.Node);
        Assert.Equal(14, incident.Impact.Racks);
        Assert.Equal(56, incident.Impact.Power!.Value.Kilowatts);
        Assert.Equal(28, incident.Impact.Jobs);
        Assert.Equal(
            "同一断路器 panel-0/breaker-1(breaker-condition):45 s 内 29 条告警,影响 14 个机柜(供电)",
            AlarmWording.Chinese(BusinessCalendar.Shanghai.Zone).Of(incident.Reason));
    }

    [Fact]
    public void A_breaker_that_says_nothing_is_found_by_the_racks_behind_it()
    {
        var grouping = MadeSite.Grouping();
        for (var rack = 0; rack < 14; rack++)
            grouping.Add(MadeSite.FeedDead(1, rack, rack));

        var incident = Assert.Single(grouping.Incidents());

        Assert.Null(incident.Root);
        Assert.Equal("panel-0/breaker-1", incident.Node);
        Assert.Equal("incident.silent", incident.Reason.Id);
        Assert.Equal(14, incident.Reason.Arguments.Single(argument => argument.Name == "behind").Value);
    }

    [Fact]
    public void An_alarm_on_its_own_tells_its_node_and_the_racks_behind_it()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.Tripped(1, 0));

        var incident = Assert.Single(grouping.Incidents());

        Assert.Equal("panel-0/breaker-1", incident.Node);
        Assert.Equal(14, incident.Impact.Racks);
        Assert.Equal(56, incident.Impact.Power!.Value.Kilowatts);
        Assert.Equal("incident.single", incident.Reason.Id);
    }

    [Fact]
    public void What_fails_nothing_else_tells_its_own_rack_alone()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.Hot(1, 3, 0));

        var incident = Assert.Single(grouping.Incidents());

        Assert.Equal(("b1-3/sensor-1", 1), (incident.Node, incident.Impact.Racks));
    }

    [Fact]
    public void Alarms_that_a_person_put_together_tell_the_racks_behind_each()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.Tripped(0, 0));
        grouping.Add(MadeSite.Tripped(3, 0));
        grouping.Decide(new GroupingDecision.Merge([MadeSite.Tripped(0, 0).Id, MadeSite.Tripped(3, 0).Id], "li", MadeSite.Start, "one works"));

        var incident = Assert.Single(grouping.Incidents());

        Assert.Equal(("", 28), (incident.Node, incident.Impact.Racks));
    }

    [Fact]
    public void The_frequency_of_an_input_that_is_gone_is_explained_by_its_ups()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(Shipped("power-machine-condition", PointId.Total("ups-1", Quantity.Condition)));
        grouping.Add(Shipped("frequency", new("ups-1", PartKind.Input, 1, Quantity.Frequency)));

        Assert.Equal("ups-1", Assert.Single(grouping.Incidents()).Node);

        static GroupedAlarm Shipped(string rule, PointId point)
        {
            var (key, known) = (new AlarmKey(Location.Parse("NJ-01"), point, rule), AlarmRuleBook.Shipped.Of(rule)!);
            return new(AlarmId.Of(key, MadeSite.Start), key, MadeSite.Start, known.Priority, known.SymptomOf, known.CauseOf);
        }
    }

    [Fact]
    public void Two_racks_of_fourteen_are_two_incidents()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.FeedDead(1, 0, 0));
        grouping.Add(MadeSite.FeedDead(1, 5, 3));

        Assert.Equal(2, grouping.Incidents().Length);
    }

    [Fact]
    public void Two_breakers_are_two_incidents_and_their_panel_makes_them_one()
    {
        var grouping = MadeSite.Grouping();
        Outage(breaker: 0).Concat(Outage(breaker: 3)).ToList().ForEach(grouping.Add);
        Assert.Equal(2, grouping.Incidents().Length);

        var together = MadeSite.Grouping();
        Outage(breaker: 0).Concat(Outage(breaker: 1)).ToList().ForEach(together.Add);
        var incident = Assert.Single(together.Incidents());
        Assert.Equal(58, incident.Alarms.Length);
    }

    [Fact]
    public void Heat_is_explained_by_the_cooling_unit_and_the_unit_by_what_powers_it()
    {
        var cooling = MadeSite.Grouping();
        cooling.Add(MadeSite.CoolingStopped(0, 0));
        for (var rack = 0; rack < 5; rack++)
            cooling.Add(MadeSite.Hot(1, rack, 120 + (rack * 20)));
        cooling.Add(MadeSite.Hot(3, 0, 130));

        Assert.Equal([6, 1], cooling.Incidents().Select(incident => incident.Alarms.Length).OrderDescending());
        var stopped = cooling.Incidents().Single(incident => incident.Alarms.Length == 6);
        Assert.Equal("crah-0", stopped.Node);
        Assert.Equal(28, stopped.Impact.Racks);
    }

    [Fact]
    public void A_site_behind_a_silent_collector_is_one_incident()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.CollectorSilent(0));
        for (var breaker = 0; breaker < 4; breaker++)
        {
            for (var rack = 0; rack < MadeSite.RacksPerBreaker; rack++)
                grouping.Add(MadeSite.Silent(breaker, rack, 30 + rack));
        }

        var incident = Assert.Single(grouping.Incidents());

        Assert.Equal("collector-1", incident.Node);
        Assert.Equal(MadeSite.CollectorSilent(0).Id, incident.Root);
        Assert.Equal(57, incident.Alarms.Length);
    }

    [Fact]
    public void What_came_much_later_is_another_incident()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.Tripped(1, 0));
        grouping.Add(MadeSite.FeedDead(1, 3, 5));
        grouping.Add(MadeSite.FeedDead(1, 4, 3_600));

        Assert.Equal(2, grouping.Incidents().Length);
    }

    [Fact]
    public void Alarms_of_energy_stay_on_their_own()
    {
        var grouping = MadeSite.Grouping();
        Outage(breaker: 1).ForEach(grouping.Add);
        grouping.Add(MadeSite.Drift(10));

        Assert.Equal([1, 29], grouping.Incidents().Select(incident => incident.Alarms.Length).Order());
    }

    [Fact]
    public void Without_a_declared_chain_a_room_explains_its_racks()
    {
        var grouping = new IncidentGrouping(Domain.PowerChain.DependencyGraph.Empty, GroupingPolicy.Usual, MadeSite.Impact);
        for (var breaker = 0; breaker < 3; breaker++)
        {
            for (var rack = 0; rack < MadeSite.RacksPerBreaker; rack++)
                grouping.Add(MadeSite.Silent(breaker, rack, rack));
        }

        var incident = Assert.Single(grouping.Incidents());

        Assert.Equal("incident.place", incident.Reason.Id);
        Assert.Equal("NJ-01/R01", incident.Node);
    }

    [Fact]
    public void A_person_splits_and_merges_and_later_alarms_follow()
    {
        var grouping = MadeSite.Grouping();
        Outage(breaker: 1).ForEach(grouping.Add);
        var apart = Outage(breaker: 1)[15];

        grouping.Decide(new GroupingDecision.Split([apart.Id], "li", MadeSite.Start, "its own fuse blew"));
        Assert.Equal([1, 28], grouping.Incidents().Select(incident => incident.Alarms.Length).Order());

        grouping.Decide(new GroupingDecision.Merge([apart.Id, MadeSite.Drift(3).Id], "li", MadeSite.Start, "same work"));
        grouping.Add(MadeSite.Drift(3));
        Assert.Equal([2, 28], grouping.Incidents().Select(incident => incident.Alarms.Length).Order());
    }

    [Fact]
    public void Changes_name_what_they_absorbed()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.FeedDead(1, 0, 0));
        grouping.Add(MadeSite.FeedDead(1, 1, 1));
        Assert.Equal(2, grouping.TakeChanges().Length);
        Assert.Empty(grouping.TakeChanges());

        grouping.Add(MadeSite.Tripped(1, 2));

        var change = Assert.Single(grouping.TakeChanges());
        Assert.Equal(MadeSite.FeedDead(1, 0, 0).Id, change.Id);
        Assert.Equal([MadeSite.FeedDead(1, 1, 1).Id], change.Absorbed);
    }

    [Fact]
    public void The_same_alarm_raised_again_soon_is_the_same_incident()
    {
        var grouping = MadeSite.Grouping();
        grouping.Add(MadeSite.Drift(0));
        grouping.Add(MadeSite.Drift(1_700));
        grouping.Add(MadeSite.Drift(9_000));

        Assert.Equal([1, 2], grouping.Incidents().Select(incident => incident.Alarms.Length).Order());
        Assert.Contains("incident.again", grouping.Incidents().Select(incident => incident.Reason.Id));
    }

    internal static List<GroupedAlarm> Outage(int breaker) =>
    [
        MadeSite.Tripped(breaker, 0),
        .. Enumerable.Range(0, MadeSite.RacksPerBreaker)
            .SelectMany(rack => new[] { MadeSite.FeedDead(breaker, rack, 3 + (rack * 0.2)), MadeSite.Silent(breaker, rack, 45) }),
    ];
}
