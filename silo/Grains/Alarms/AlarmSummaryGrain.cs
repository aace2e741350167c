using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>The province's inbox in memory. Facilities tell it what changed, and the whole after a restart.</summary>
[GrainType("alarm-summary"), KeepAlive]
public sealed class AlarmSummaryGrain(Inventory inventory, TimeProvider time) : Grain, IAlarmSummaryGrain
{
    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(1_500);

    // A facility that says nothing for longer is missing: it reports every five seconds at the least.
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    readonly ProvinceInbox _inbox = new();
    readonly StormWatch _storm = new();
    readonly Dictionary<string, DateTimeOffset> _heardAt = new(StringComparer.Ordinal);
    readonly HashSet<string> _complete = new(StringComparer.Ordinal);
    readonly Dictionary<string, CityCode> _cities =
        inventory.Facilities.ToDictionary(facility => facility.Id.Value, facility => facility.City, StringComparer.Ordinal);

    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    AlarmHeadline? _headline;

    public ValueTask<bool> Report(FacilityAlarms report)
    {
        if (!report.IsWhole && !_heardAt.ContainsKey(report.Facility))
            return ValueTask.FromResult(false);

        var now = time.GetUtcNow();
        var wasMissing = IsMissing(report.Facility, now);
        _heardAt[report.Facility] = now;
        if (report.IsComplete)
            _complete.Add(report.Facility);
        else
            _complete.Remove(report.Facility);
        var isChanged = _inbox.Take(report, now);
        if (_storm.Note(report.Raised, now) || isChanged || wasMissing != IsMissing(report.Facility, now))
            Announce(now);
        return ValueTask.FromResult(true);
    }

    public ValueTask<AlarmHeadline> Headline() => ValueTask.FromResult(Current());

    public async ValueTask<AlarmHeadline> Next(long after)
    {
        var head = Current();
        if (head.Version > after)
            return head;

        var changed = _changed.Task;
        await Task.WhenAny(changed, Task.Delay(LongestWait, time));
        return Current();
    }

    public ValueTask<InboxPage> Inbox(InboxQuery query)
    {
        var head = Current();
        var isFolding = query.IsFolded && head.StormSince is not null;
        var (matching, folded) = (0, 0);
        foreach (var row in _inbox.View.Rows)
        {
            if (!Matches(row, query))
                continue;
            if (isFolding && IsSmall(row))
                folded++;
            else
                matching++;
        }

        return ValueTask.FromResult(new InboxPage(
            head, _inbox.View.Page(query.After, query.Most, row => Matches(row, query) && !(isFolding && IsSmall(row))), matching,
            _inbox.View.Count, folded));
    }

    public ValueTask<string?> FacilityOf(AlarmId incident) =>
        ValueTask.FromResult(_inbox.View.TryGet(incident, out var row) ? row.Facility.Value : null);

    AlarmHeadline Current()
    {
        var now = time.GetUtcNow();
        if (_storm.Note(0, now) || _headline is null || Missing(now) != _headline.MissingFacilities.Length)
            Announce(now);
        return _headline!;
    }

    void Announce(DateTimeOffset now)
    {
        _headline = _inbox.Headline(
            now, _storm.Since,
            [.. inventory.Facilities.Select(facility => facility.Id.Value).Where(id => IsMissing(id, now))]);
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    int Missing(DateTimeOffset now) => inventory.Facilities.Count(facility => IsMissing(facility.Id.Value, now));

    bool IsMissing(string facility, DateTimeOffset now) =>
        !_complete.Contains(facility) || !_heardAt.TryGetValue(facility, out var at) || now - at > Silence;

    /// <summary>What a storm may bury: one alarm that explains nothing, of a low level.</summary>
    static bool IsSmall(InboxRow row) => row is { Alarms: 1, Priority: < AlarmPriority.Major };

    bool Matches(InboxRow row, InboxQuery query) =>
        (query.Where is null || AlarmQueries.IsInside(row.Place, query.Where) || AlarmQueries.IsInside(query.Where, row.Place))
        && (query.City is null || (_cities.TryGetValue(row.Facility.Value, out var city) && city.Value == query.City))
        && (query.AtLeast is not { } least || row.Priority >= least)
        && (query.States.IsDefaultOrEmpty || query.States.Contains(row.State))
        && (query.Owner is null || (row.Owner ?? "") == query.Owner)
        && (string.IsNullOrWhiteSpace(query.Words) || AlarmWords.Match(query.Words, row.Place, "", row.Title, row.Reason));
}
