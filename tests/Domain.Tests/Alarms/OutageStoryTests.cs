using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Wording;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Tests.Alarms.Incidents;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>From readings to the one line that somebody reads at three in the morning, with the shipped rules.</summary>
public sealed class OutageStoryTests
{
    static readonly NotificationPolicy Policy = new(
        [new("night", AlarmPriority.Major, new(), null, [new(TimeSpan.Zero, "", ["li"])])], TimeSpan.FromSeconds(30), TimeSpan.Zero, 20,
        TimeSpan.FromMinutes(10));

    readonly AlarmBook _book = new(AlarmPolicy.Usual);
    readonly IncidentGrouping _grouping = MadeSite.Grouping();
    readonly NoticeLog _log = new();
    readonly InboxView _inbox = new();
    readonly List<AlarmTransition> _journal = [];

    [Fact]
    public void A_breaker_trip_is_one_incident_one_line_and_one_notice()
    {
        for (var second = 0; second <= 60; second += 10)
        {
            Poll(second, breaker: 1, volts: second < 20 ? 230 : 0);
            Tell(second);
        }

        Assert.Equal(15, _journal.Count(entry => entry.Annunciates));
        var incident = Assert.Single(_grouping.Incidents());
        Assert.Equal("panel-0/breaker-1", incident.Node);
        var row = Assert.Single(_inbox.Page(null, 50, null));
        Assert.Equal((AlarmState.Unacknowledged, AlarmPriority.Critical, 14, 15), (row.State, row.Priority, row.Impact.Racks, row.Alarms));
        Assert.Equal(
            "panel-0/breaker-1 reports a critical condition",
            AlarmWording.English(BusinessCalendar.Shanghai.Zone).Of(row.Title));
        Assert.Single(_log.Records);
    }

    [Fact]
    public void A_breaker_that_is_closed_again_ends_the_incident_and_tells_so_once()
    {
        for (var second = 0; second <= 200; second += 10)
        {
            Poll(second, breaker: 1, volts: second is >= 20 and < 60 ? 0 : 230);
            Tell(second);
        }

        Assert.Equal([NoticeKind.Raised, NoticeKind.Returned], _log.Records.OrderBy(record => record.PlannedAt).Select(record => record.Kind));
        Assert.All(_book.Standing, alarm => Assert.Equal(AlarmState.ReturnedUnacknowledged, alarm.State));
    }

    void Poll(double second, int breaker, double volts)
    {
        var rules = AlarmRuleBook.Shipped.Points(MadeSite.Graph.Equipment());
        var at = AlarmScene.At(second);
        _book.Observe(
            rules, Location.Parse("NJ-01"),
            [new(new("panel-0", PartKind.Breaker, (ushort)(breaker % 2), Quantity.Condition), volts > 0 ? 0 : 2, at, ReadingQuality.Good)], at.AddSeconds(1));
        for (var rack = 0; rack < MadeSite.RacksPerBreaker; rack++)
        {
            _book.Observe(
                rules, Location.Parse(MadeSite.Rack(breaker, rack)),
                [new(PointId.Total("pdu-a", Quantity.Voltage), volts, at, ReadingQuality.Good)], at.AddSeconds(1));
        }

        _journal.AddRange(_book.TakeTransitions());
    }

    void Tell(double second)
    {
        foreach (var entry in _journal.Where(entry => entry.Event == AlarmEvent.Raised))
            _grouping.Add(GroupedAlarm.Of(entry.After, AlarmRuleBook.Shipped.Of(entry.After.Key.Rule)));
        var standing = _book.Standing.ToDictionary(alarm => alarm.Id);
        var incidents = _grouping.Incidents();
        foreach (var change in _grouping.TakeChanges())
        {
            foreach (var gone in change.Absorbed)
                _inbox.Remove(gone);
            _inbox.Put(InboxRow.Of(change, [.. change.Alarms.Select(id => standing[id])]));
        }

        var plan = NotificationPlan.Of(
            incidents.Select(incident => NotifiedIncident.Of(incident, [.. incident.Alarms.Where(standing.ContainsKey).Select(id => standing[id])])),
            Policy, new Dictionary<string, DutyRoster>(StringComparer.Ordinal), _log, BusinessCalendar.Shanghai.Zone, AlarmScene.At(second));
        _log.Plan(plan, AlarmScene.At(second));
        foreach (var notice in plan.Notices)
            _log.Delivered(notice.Key, AlarmScene.At(second));
    }
}
