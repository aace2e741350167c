using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;

namespace DcOps.Grains.Alarms;

/// <summary>Rows of all facilities in one order, and their counts. One writer.</summary>
sealed class ProvinceInbox
{
    readonly Dictionary<string, (HashSet<AlarmId> Rows, int Standing, int Shelved)> _facilities = new(StringComparer.Ordinal);
    readonly int[] _waiting = new int[byte.MaxValue];
    long _version;

    public InboxView View { get; } = new();

    /// <summary>Whether anything changed by it.</summary>
    public bool Take(FacilityAlarms report, DateTimeOffset now)
    {
        if (!_facilities.TryGetValue(report.Facility, out var known))
            known = ([], 0, 0);
        var gone = report.IsWhole ? known.Rows.Except(report.Rows.Select(row => row.Incident)).ToList() : [.. report.Gone];
        var isChanged = known.Standing != report.Standing || known.Shelved != report.Shelved;
        foreach (var id in gone)
        {
            isChanged |= known.Rows.Remove(id);
            Remove(id);
        }

        foreach (var row in report.Rows)
        {
            if (View.TryGet(row.Incident, out var before) && before == row)
                continue;
            isChanged = true;
            Remove(row.Incident);
            known.Rows.Add(row.Incident);
            View.Put(row);
            _waiting[(byte)row.Priority] += row.AwaitsAcknowledgement ? 1 : 0;
        }

        _facilities[report.Facility] = (known.Rows, report.Standing, report.Shelved);
        return isChanged;
    }

    /// <summary>A new version; it grows across restarts, for it never lags behind the clock.</summary>
    public AlarmHeadline Headline(DateTimeOffset now, DateTimeOffset? storm, ImmutableArray<string> missing)
    {
        _version = Math.Max(_version + 1, now.ToUnixTimeMilliseconds());
        // Those that wait come first, and among them the critical ones.
        var oldest = View.Rows.Take(_waiting[(byte)AlarmPriority.Critical]).Select(row => (DateTimeOffset?)row.FirstAt).Min();
        return new(
            _version, now, View.Count, _facilities.Values.Sum(each => each.Standing), _waiting[(byte)AlarmPriority.Critical],
            _waiting[(byte)AlarmPriority.Major], _waiting[(byte)AlarmPriority.Minor], _waiting[(byte)AlarmPriority.Advisory],
            _facilities.Values.Sum(each => each.Shelved), oldest, storm, missing);
    }

    void Remove(AlarmId id)
    {
        if (View.TryGet(id, out var row) && View.Remove(id))
            _waiting[(byte)row.Priority] -= row.AwaitsAcknowledgement ? 1 : 0;
    }
}
