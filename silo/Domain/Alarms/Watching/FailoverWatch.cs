using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>
/// Whether of two feeds each could carry both at yesterday's peak: rack PDUs, breakers, panels and UPS that the chain has at the same
/// height of a rack's two ways. Judged when a local day begins; what does not hold is shown again until a better day is over.
/// </summary>
public sealed class FailoverWatch : IAlarmWatch
{
    // Well inside the age from which an alarm's condition counts as unknown.
    static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    readonly ImmutableArray<FailoverRule> _rules;
    readonly List<FailoverPair> _pairs;
    readonly Dictionary<string, List<(FailoverPair Pair, int Side)>> _byPath = new(StringComparer.Ordinal);
    readonly HashSet<FailoverPair> _failing = [];
    int _judgedDay;
    DateTimeOffset _againAt;

    /// <param name="isOurs">Whether a location belongs to this owner.</param>
    public FailoverWatch(ImmutableArray<FailoverRule> rules, DependencyGraph chain, Func<Location, bool> isOurs, FacilityId? facility = null)
    {
        _rules = rules;
        _pairs = rules.IsEmpty ? [] : FailoverPairs.Of(chain, isOurs, facility);
        foreach (var pair in _pairs)
        {
            Add(pair.First.Address.Location, pair, 0);
            Add(pair.Second.Address.Location, pair, 1);
        }
    }

    /// <summary>What must survive a restart; takes up only pairs that there still are.</summary>
    public ImmutableArray<FailoverPeak> Peaks
    {
        get => [.. _pairs.Select(pair => pair.Save())];
        init
        {
            if (value.IsDefaultOrEmpty || _pairs.Count == 0)
                return;
            var byName = _pairs.ToDictionary(pair => pair.Name, StringComparer.Ordinal);
            foreach (var peak in value)
            {
                if (byName.TryGetValue(peak.Pair, out var pair))
                    pair.Restore(peak);
            }
        }
    }

    public void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        if (_byPath.Count == 0 || !_byPath.TryGetValue(location.Path, out var here))
            return;
        foreach (ref readonly var reading in readings)
        {
            if (reading.Point.Quantity is not (Quantity.Current or Quantity.ActivePower) || !PointTable.IsUsable(reading) || reading.Value is not { } value)
                continue;
            foreach (var (pair, side) in here)
            {
                if (SlotOf(reading.Point, pair, side) is { } slot)
                    pair.Take(side, slot, value, reading.ObservedAt, DayOf(reading.ObservedAt));
            }
        }
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
        if (_pairs.Count == 0 || now < _againAt)
            return;
        _againAt = now + Again;
        var day = DayOf(now);
        var isNewDay = day != _judgedDay;
        _judgedDay = day;
        foreach (var pair in isNewDay ? _pairs : [.. _failing])
        {
            pair.Turn(day);
            if (pair.HasYesterday)
                Judge(book, pair, now);
            else
                _failing.Remove(pair);
        }
    }

    void Judge(AlarmBook book, FailoverPair pair, DateTimeOffset now)
    {
        var load = pair.Load();
        var address = pair.First.Address;
        var isFailing = false;
        foreach (var rule in _rules)
        {
            if (!rule.Where.Covers(address.Location))
                continue;
            book.Observe(rule, address.Location, new(address.Device, address.Part, address.Index, pair.Quantity), load, now, now);
            isFailing |= rule.Judge(load, isAbnormal: false).Condition == AlarmCondition.Abnormal;
        }

        if (isFailing)
            _failing.Add(pair);
        else
            _failing.Remove(pair);
    }

    void Add(Location location, FailoverPair pair, int side)
    {
        if (!_byPath.TryGetValue(location.Path, out var here))
            _byPath.Add(location.Path, here = []);
        here.Add((pair, side));
    }

    /// <summary>0 for the whole, 1 to 3 for a phase; null for what is not of this feed.</summary>
    static int? SlotOf(in PointId point, FailoverPair pair, int side)
    {
        var address = (side == 0 ? pair.First : pair.Second).Address;
        if (point.Quantity != pair.Quantity || point.Device != address.Device)
            return null;
        return point.Part == address.Part && point.Index == address.Index ? 0
            : address.Part == PartKind.Total && point is { Part: PartKind.Phase, Index: >= 1 and <= 3 } ? point.Index
            : null;
    }

    static int DayOf(DateTimeOffset at) => BusinessCalendar.Shanghai.LocalDate(at).DayNumber;
}
