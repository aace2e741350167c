using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Topology;

namespace DcOps.Browser.Tests;

/// <summary>Which rows and alarms a question is about.</summary>
sealed partial class MemoryAlarmDesk
{
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
