using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Notification;

public sealed class NotificationPlanTests
{
    static readonly DutyRoster Night = new(
        "night", ["li", "wang"], AlarmScene.At(0), TimeSpan.FromHours(12), [new("zhao", AlarmScene.At(3_600), AlarmScene.At(7_200))]);

    static readonly Dictionary<string, DutyRoster> Rosters = new(StringComparer.Ordinal) { ["night"] = Night };

    readonly NoticeLog _log = new();

    [Fact]
    public void An_incident_gathers_before_it_is_told_and_is_told_once()
    {
        var incident = Incident(alarms: 40);

        Assert.Empty(Plan(10, incident).Notices);
        Assert.Equal(AlarmScene.At(30), Plan(10, incident).NextAt);
        var notice = Assert.Single(Send(30, incident).Notices);
        Assert.Equal(("li", NoticeKind.Raised, 40), (notice.Target, notice.Kind, notice.Alarms));
        Assert.Empty(Send(31, incident).Notices);
    }

    [Fact]
    public void A_critical_incident_does_not_wait() =>
        Assert.Single(Plan(1, Incident(AlarmPriority.Critical)).Notices);

    [Fact]
    public void What_was_planned_and_never_arrived_goes_out_again_under_the_same_key()
    {
        var incident = Incident();
        var first = Plan(30, incident);
        Assert.Equal(first.Notices.AsEnumerable(), Plan(30, incident).Notices);
        _log.Plan(first, AlarmScene.At(30));

        var again = Assert.Single(Plan(40, incident).Notices);
        Assert.Equal(first.Notices[0].Key, again.Key);

        // A restart finds the log as it was stored.
        var restored = new NoticeLog(Serialized.Copy(_log.Records.ToArray()));
        Assert.Equal(again.Key, Assert.Single(PlanWith(restored, 50, incident).Notices).Key);
        restored.Delivered(again.Key, AlarmScene.At(51));
        Assert.Empty(PlanWith(restored, 60, incident).Notices);
    }

    [Fact]
    public void It_climbs_while_nobody_acknowledges_and_stops_when_somebody_does()
    {
        var incident = Incident();
        Send(30, incident);

        Assert.Empty(Send(629, incident).Notices);
        Assert.Equal(["boss"], Send(630, incident).Notices.Select(notice => notice.Target));
        Assert.Empty(Send(900, incident with { Unacknowledged = 0 }).Notices);
        Assert.Equal(["boss"], Send(630 + 3_600, incident).Notices.Select(notice => notice.Target));
    }

    [Fact]
    public void An_incident_acknowledged_in_time_is_never_escalated()
    {
        Send(30, Incident());

        Assert.Empty(Send(3_000, Incident() with { Unacknowledged = 0 }).Notices);
    }

    [Fact]
    public void Those_who_were_told_are_told_when_it_is_over_and_again_when_it_comes_back()
    {
        Send(30, Incident());

        var over = Send(100, Incident() with { IsOver = true, Annunciated = 0 });
        Assert.Equal((NoticeKind.Returned, "li"), (over.Notices.Single().Kind, over.Notices.Single().Target));
        Assert.Empty(Send(101, Incident() with { IsOver = true, Annunciated = 0 }).Notices);

        var again = Send(200, Incident());
        Assert.Equal(NoticeKind.Raised, Assert.Single(again.Notices).Kind);
        Assert.Equal(NoticeKind.Returned, Assert.Single(Send(300, Incident() with { IsOver = true, Annunciated = 0 }).Notices).Kind);
    }

    [Fact]
    public void A_more_urgent_incident_is_told_anew()
    {
        Send(30, Incident());

        Assert.Equal(NoticeKind.Worsened, Assert.Single(Send(60, Incident(AlarmPriority.Critical)).Notices).Kind);
        Assert.Empty(Send(61, Incident(AlarmPriority.Critical)).Notices);
    }

    [Fact]
    public void What_is_shelved_or_suppressed_is_told_to_nobody() =>
        Assert.Empty(Plan(600, Incident() with { Annunciated = 0, Unacknowledged = 0 }).Notices);

    [Fact]
    public void The_rate_limit_keeps_back_counts_and_lets_the_urgent_pass()
    {
        var many = Enumerable.Range(0, 8).Select(number => Incident(number: number)).ToArray();

        var plan = Plan(30, many);
        Assert.Equal((5, 3), (plan.Notices.Length, plan.HeldBack.Length));
        _log.Plan(plan, AlarmScene.At(30));
        foreach (var notice in plan.Notices)
            _log.Delivered(notice.Key, AlarmScene.At(31));

        Assert.Empty(Plan(40, many).Notices);
        var urgent = Plan(50, [.. many, Incident(AlarmPriority.Critical, number: 99)]);
        Assert.Equal(3, Assert.Single(urgent.Notices).HeldBack);
    }

    [Fact]
    public void A_route_is_taken_by_priority_place_and_hours_and_a_critical_one_at_any_hour()
    {
        // 10:00 on a Sunday in Shanghai.
        var weekdays = Route() with { Hours = new([DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(18, 0)) };
        var elsewhere = Route() with { Where = new() { Locations = ["SZ-01"] } };
        var zone = BusinessCalendar.Shanghai.Zone;

        Assert.True(Route().Matches(Incident(), AlarmScene.At(30), zone));
        Assert.False(weekdays.Matches(Incident(), AlarmScene.At(30), zone));
        Assert.True(weekdays.Matches(Incident(AlarmPriority.Critical), AlarmScene.At(30), zone));
        Assert.True(weekdays.Matches(Incident(), AlarmScene.At(86_400), zone));
        Assert.False(elsewhere.Matches(Incident(), AlarmScene.At(30), zone));
        Assert.False(Route().Matches(Incident(AlarmPriority.Advisory), AlarmScene.At(30), zone));
    }

    [Fact]
    public void A_roster_takes_turns_and_knows_who_stands_in()
    {
        Assert.Equal("li", Night.OnDuty(AlarmScene.At(0)));
        Assert.Equal("zhao", Night.OnDuty(AlarmScene.At(3_600)));
        Assert.Equal("li", Night.OnDuty(AlarmScene.At(7_200)));
        Assert.Equal("wang", Night.OnDuty(AlarmScene.At(12 * 3_600)));
        Assert.Equal("wang", Night.OnDuty(AlarmScene.At(-1)));
    }

    [Fact]
    public void An_incident_that_was_absorbed_is_not_told_a_second_time()
    {
        var small = Incident(number: 1);
        Send(30, small);

        var large = Incident(number: 0) with { Absorbed = [small.Id] };

        Assert.Empty(Send(60, large).Notices);
    }

    [Fact]
    public void What_was_told_of_an_incident_before_it_was_absorbed_keeps_its_key_and_its_place_in_the_log()
    {
        var (small, large) = (Incident(number: 1), Incident(number: 0));
        var first = Plan(30, small, large);
        Assert.Equal(2, first.Notices.Length);

        // Sent, and killed before it was noted.
        _log.Plan(first, AlarmScene.At(30));
        var again = Plan(40, large with { Absorbed = [small.Id] });
        _log.Plan(again, AlarmScene.At(40));

        Assert.Equal(first.Notices.Select(notice => notice.Key).Order(), again.Notices.Select(notice => notice.Key).Order());
        Assert.All(again.Notices, notice => Assert.Equal(large.Id, notice.Incident));
        Assert.Equal([small.Id], _log.OfIncident(small).Select(record => record.Incident));
        Assert.Equal([large.Id], _log.OfIncident(large).Select(record => record.Incident));
    }

    [Fact]
    public void News_that_an_absorbed_incident_was_over_keeps_its_key()
    {
        var small = Incident(number: 1);
        Send(30, small);
        var over = Plan(60, small with { IsOver = true });
        _log.Plan(over, AlarmScene.At(60));

        var again = Plan(70, Incident(number: 0) with { Absorbed = [small.Id], IsOver = true });

        Assert.Equal(Assert.Single(over.Notices).Key, Assert.Single(again.Notices).Key);
    }

    [Fact]
    public void What_never_arrived_goes_out_again_also_after_the_routes_hours_and_with_its_count()
    {
        // 10:00 to 10:10 on a Sunday in Shanghai.
        var hours = Route() with { Hours = new([DayOfWeek.Sunday], new TimeOnly(10, 0), new TimeOnly(10, 10)) };
        _log.Plan(Plan(30, hours, Incident()), AlarmScene.At(30));
        var key = Assert.Single(_log.Records).Key;
        _log.Plan(new([.. Plan(31, hours, Incident()).Notices.Select(notice => notice with { HeldBack = 7 })], [], null), AlarmScene.At(31));

        var again = Assert.Single(Plan(3_600, hours, Incident(), Incident(number: 1)).Notices);

        Assert.Equal((key, 7), (again.Key, again.HeldBack));
    }

    [Fact]
    public void Where_there_is_room_again_the_most_urgent_of_the_held_back_is_told_with_the_number_of_the_others()
    {
        var many = Enumerable.Range(0, 8).Select(number => Incident(number: number)).ToArray();
        Send(30, many);

        var plan = Send(30 + 601, many);

        Assert.Equal(2, Assert.Single(plan.Notices, notice => notice.Kind == NoticeKind.Raised).HeldBack);
        Assert.DoesNotContain(Plan(30 + 1_300, many).Notices, notice => notice.Kind == NoticeKind.Raised);
    }

    [Fact]
    public void In_a_storm_a_target_hears_of_one_thing_a_minute_and_a_critical_one_passes()
    {
        var many = Enumerable.Range(0, 8).Select(number => Incident(number: number)).ToArray();

        var plan = Storm(30, [.. many, Incident(AlarmPriority.Critical, number: 99)]);

        Assert.Equal((AlarmPriority.Critical, 8), (Assert.Single(plan.Notices).Priority, plan.HeldBack.Length));
        _log.Plan(plan, AlarmScene.At(30));
        Assert.Empty(Storm(60, many).Notices);
        Assert.Equal(7, Assert.Single(Storm(91, many).Notices).HeldBack);
    }

    [Fact]
    public void A_silence_holds_every_step_and_what_it_held_is_told_when_it_ends_and_counts_from_then()
    {
        var silence = new NoticeSilence("s1", "li", "drill", AlarmScene.At(0), AlarmScene.At(1_000), [new("severity", "major", false, true)]);

        var held = Silenced(30, silence);
        Assert.Empty(held.Notices);
        Assert.Equal("li: drill (s1)", Assert.Single(held.HeldBack).Silence);
        _log.Plan(held, AlarmScene.At(30));
        Assert.Empty(Silenced(900, silence).Notices);
        Assert.Empty(PlanWith(_log, 1_000, Route(), silences: null, isStorm: false, Incident()).Notices);

        var told = Assert.Single(Silenced(1_000, silence).Notices);
        Assert.Equal((NoticeKind.Raised, held.HeldBack[0].Key), (told.Kind, told.Key));
        Send(1_000, Incident());
        Assert.Empty(Plan(1_500, Incident()).Notices);
        Assert.Equal(NoticeKind.Escalated, Assert.Single(Plan(1_600, Incident()).Notices).Kind);
    }

    [Theory]
    [InlineData("NJ-.*", true, true, "NJ-01", true)]
    [InlineData("NJ", true, true, "NJ-01", false)]
    [InlineData("NJ-01", false, true, "NJ-01", true)]
    [InlineData("NJ-01", false, false, "NJ-01", false)]
    [InlineData("", false, true, "", true)]
    [InlineData("SZ-.*", true, false, "NJ-01", true)]
    public void A_matcher_reads_the_whole_label_as_prometheus_does(string value, bool isRegex, bool isEqual, string label, bool holds) =>
        Assert.Equal(holds, new SilenceMatcher("facility", value, isRegex, isEqual).Holds(label));

    static NotificationRoute Route() => new(
        "on-duty", AlarmPriority.Minor, new(), null, [new(TimeSpan.Zero, "night", []), new(TimeSpan.FromMinutes(10), "", ["boss"])]);

    static NotifiedIncident Incident(AlarmPriority priority = AlarmPriority.Major, int alarms = 1, int number = 0) => new(
        AlarmId.Of($"incident {number}"), priority, [AlarmScene.Rack], alarms, alarms, alarms, AlarmScene.At(0), IsOver: false,
        AlarmText.Of("incident.single"), []);

    NotificationPlan Send(double second, params NotifiedIncident[] incidents)
    {
        var plan = Plan(second, incidents);
        _log.Plan(plan, AlarmScene.At(second));
        foreach (var notice in plan.Notices)
            _log.Delivered(notice.Key, AlarmScene.At(second));
        return plan;
    }

    NotificationPlan Plan(double second, params NotifiedIncident[] incidents) => PlanWith(_log, second, incidents);

    NotificationPlan Plan(double second, NotificationRoute route, params NotifiedIncident[] incidents) =>
        PlanWith(_log, second, route, [], isStorm: false, incidents);

    NotificationPlan Storm(double second, params NotifiedIncident[] incidents) => PlanWith(_log, second, Route(), [], isStorm: true, incidents);

    NotificationPlan Silenced(double second, NoticeSilence silence) => PlanWith(_log, second, Route(), [silence], isStorm: false, Incident());

    static NotificationPlan PlanWith(NoticeLog log, double second, params NotifiedIncident[] incidents) =>
        PlanWith(log, second, Route(), [], isStorm: false, incidents);

    static NotificationPlan PlanWith(
        NoticeLog log, double second, NotificationRoute route, ImmutableArray<NoticeSilence>? silences, bool isStorm,
        params NotifiedIncident[] incidents) => NotificationPlan.Of(
        incidents, new([route], TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), 5, TimeSpan.FromMinutes(10)), Rosters, log,
        BusinessCalendar.Shanghai.Zone, AlarmScene.At(second), isStorm, silences);
}
