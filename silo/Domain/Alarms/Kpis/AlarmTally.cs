namespace DcOps.Domain.Alarms.Kpis;

/// <summary>The running sums behind an <see cref="AlarmReport"/>: a fold over the journal.</summary>
sealed class AlarmTally(DateTimeOffset from, DateTimeOffset to)
{
    static readonly TimeSpan FleetingBelow = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StaleAfter = TimeSpan.FromHours(24);

    readonly int[] _bins = new int[Math.Max(0, (int)Math.Ceiling((to - from) / AlarmFlood.Bin))];
    readonly Dictionary<AlarmKey, List<DateTimeOffset>> _raises = [];
    readonly Dictionary<AlarmKey, DateTimeOffset> _annunciatedSince = [];
    readonly Dictionary<AlarmKey, DateTimeOffset> _awaitsSince = [];
    PrioritySpread _spread;
    (TimeSpan Sum, int Count) _acknowledged;
    (TimeSpan Sum, int Count) _returned;
    int _fleeting;
    int _unexplained;

    public void Add(AlarmTransition entry)
    {
        if (entry.IsAboutThePast || entry.At >= to)
            return;

        var isInside = entry.At >= from;
        if (entry.Annunciates)
        {
            _awaitsSince[entry.After.Key] = entry.At;
            if (isInside)
                Annunciate(entry);
        }

        if (entry.Event == AlarmEvent.Acknowledged && _awaitsSince.Remove(entry.After.Key, out var since) && isInside)
            _acknowledged = (_acknowledged.Sum + (entry.At - since), _acknowledged.Count + 1);
        if (entry.Event == AlarmEvent.Returned && isInside)
            Return(entry);
        if (isInside && entry.To >= AlarmState.Shelved && entry.From < AlarmState.Shelved && string.IsNullOrWhiteSpace(entry.Reason))
            _unexplained++;
        Follow(entry);
    }

    public AlarmReport Report(int consoles)
    {
        var ordered = _raises.OrderByDescending(each => each.Value.Count).ThenBy(each => each.Key.ToString(), StringComparer.Ordinal);
        ImmutableArray<FrequentAlarm> top =
        [
            .. ordered.Take(AlarmReport.TopCount)
                .Select(each => new FrequentAlarm(each.Key, each.Value.Count, Chattering.IsIn([.. each.Value]))),
        ];
        var total = _spread.Total;
        return new(
            new(total, consoles, to - from), [.. _bins], AlarmFlood.Find(_bins), _spread, top,
            total == 0 ? null : (double)top.Sum(each => each.Count) / total,
            [.. _raises.Where(each => Chattering.IsIn([.. each.Value])).Select(each => each.Key)], _fleeting,
            [.. _annunciatedSince.Where(each => to - each.Value > StaleAfter).Select(each => each.Key)],
            Mean(_acknowledged), Mean(_returned), _unexplained);
    }

    static TimeSpan? Mean((TimeSpan Sum, int Count) sum) => sum.Count == 0 ? null : sum.Sum / sum.Count;

    void Annunciate(AlarmTransition entry)
    {
        _bins[(int)((entry.At - from) / AlarmFlood.Bin)]++;
        _spread = _spread.With(entry.After.Priority);
        if (!_raises.TryGetValue(entry.After.Key, out var raises))
            _raises.Add(entry.After.Key, raises = []);
        raises.Add(entry.At);
    }

    void Return(AlarmTransition entry)
    {
        var lasted = entry.At - entry.After.RaisedAt;
        _returned = (_returned.Sum + lasted, _returned.Count + 1);
        if (lasted < FleetingBelow && entry.From == AlarmState.Unacknowledged)
            _fleeting++;
    }

    void Follow(AlarmTransition entry)
    {
        if (entry.After.IsAnnunciated)
            _annunciatedSince.TryAdd(entry.After.Key, entry.At);
        else
            _annunciatedSince.Remove(entry.After.Key);
    }
}
