using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Topology;

namespace DcOps.Browser.Tests;

/// <summary>Which rows and alarms a question is about.</summary>
sealed partial class MemoryAlarmDesk
{
    public Task<ImmutableArray<ChannelState>> ChannelsAsync(CancellationToken cancellationToken) => Locked<ImmutableArray<ChannelState>>(() =>
    [
        new("alertmanager", "alertmanager", null, 0, 0, null, [new("s1", "li", "冷机演练", Now, Now.AddHours(1), [new("facility", "NJ-01", false, true)])]),
        new("mail", "email", _notices.LastOrDefault()?.DeliveredAt, 0, 0, null, []),
    ]);

    ImmutableArray<PastIncident> SimilarTo(Incident incident, List<AlarmRow> rows) => rows is not [var first, ..] ? [] :
    [
        .. _journal.Where(entry => entry.After.Key == first.Alarm.Key && !incident.Alarms.Contains(entry.After.Id) && entry.After.Occurrences > 0)
            .GroupBy(entry => entry.After.Id).Select(each => new PastIncident(each.Key, each.First().After.StartedAt, null, 1)).Take(10),
    ];

    WindowMatch MatchOf(WindowScope scope) => WindowMatch.Of(
        new("", scope, new WindowSchedule.Fixed(default, default), "", ""),
        _inventory.Facilities.SelectMany(facility => facility.Rooms.SelectMany(room => room.Racks).Select(rack => Location.Of(rack.Id))),
        [.. _rules.Rules.Select(rule => rule.Id)], NoGroups);

    InboxPage PageOf(InboxQuery query)
    {
        bool IsFolded(InboxRow row) => query.IsFolded && _storm.IsStorm && row is { Alarms: 1, Priority: < AlarmPriority.Major };
        var matching = _view.Rows.Where(row => Matches(row, query)).ToList();
        return new(
            _headline, _view.Page(query.After, Math.Clamp(query.Most, 1, Most), row => Matches(row, query) && !IsFolded(row)),
            matching.Count(row => !IsFolded(row)), _view.Count, matching.Count(IsFolded));
    }

    int RacksOf(string path) => _inventory.Facilities.SelectMany(facility => facility.Rooms.SelectMany(room => room.Racks))
        .Count(rack => IsInside(rack.Id.Value, path));

    bool IsOf(FacilityId facility, string? city) =>
        city is null || (_inventory.TryGet(facility, out var known) && known.City == CityCode.Parse(city));

    bool Matches(InboxRow row, InboxQuery query) =>
        (IsInside(row.Place, query.Where) && IsOf(row.Facility, query.City)) && (query.AtLeast is not { } least || row.Priority >= least)
        && (query.States.IsDefaultOrEmpty || query.States.Contains(row.State)) && (query.Owner is null || (row.Owner ?? "") == query.Owner)
        && Says(query.Words, row.Place, row.Title);

    bool Matches(Alarm alarm, AlarmQuery query) =>
        IsInside(alarm.Key.Location.Path, query.Where) && IsOf(alarm.Key.Location.Facility, query.City)
        && (query.AtLeast is not { } least || alarm.Priority >= least)
        && (query.States.IsDefaultOrEmpty || query.States.Contains(alarm.State))
        && (query.Owner is null || (alarm.Work.Owner ?? "") == query.Owner) && (query.Rule is null || alarm.Key.Rule == query.Rule)
        && Says(query.Words, alarm.Key.Location.Path, alarm.Text);

    static bool Says(string? words, string place, AlarmText? text) =>
        words is null || place.Contains(words, StringComparison.OrdinalIgnoreCase)
        || (text is not null && (Chinese.Of(text).Contains(words, StringComparison.OrdinalIgnoreCase)
            || English.Of(text).Contains(words, StringComparison.OrdinalIgnoreCase)));

    static bool IsInside(string path, string? where) =>
        where is null || path == where || path.StartsWith(where + "/", StringComparison.Ordinal);
}
