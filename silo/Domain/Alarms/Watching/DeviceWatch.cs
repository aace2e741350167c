using System.Runtime.InteropServices;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>
/// Since when each device has said nothing. How often it speaks is learnt from its readings; one that was never heard is not known
/// here, for nobody promised it.
/// </summary>
public sealed class DeviceWatch(ImmutableArray<DeviceSilentRule> rules, DateTimeOffset startedAt) : IAlarmWatch
{
    /// <summary>A device that speaks more often than this is not called silent sooner.</summary>
    public static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(15);

    /// <summary>After a gap longer than this a device is not taken to speak so seldom.</summary>
    public static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(10);

    /// <summary>Taken of a device that was heard once only: it may speak seldom.</summary>
    public static readonly TimeSpan FirstInterval = LongestInterval / 3;

    /// <summary>After a start devices have this long to be heard: who was away was this side.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(2);

    readonly Dictionary<(string Path, string Device), Heard> _heard = [];
    readonly HashSet<(string Path, string Device)> _silent = [];
    DateTimeOffset _sweepAt;

    public void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        if (rules.IsEmpty)
            return;

        var (device, at) = ("", default(DateTimeOffset));
        foreach (ref readonly var reading in readings)
        {
            // A batch is nearly always one device at one instant.
            if (reading.ObservedAt == at && ReferenceEquals(reading.Point.Device, device))
                continue;
            (device, at) = (reading.Point.Device, reading.ObservedAt);
            Note(book, location, device, at, now);
        }
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
        if (rules.IsEmpty || now < _sweepAt || now < startedAt + Grace)
            return;

        _sweepAt = now + SweepEvery;
        foreach (var (key, heard) in _heard)
        {
            // Cheap for those that speak: only who may be silent is judged.
            if (now - heard.At > heard.Interval || _silent.Contains(key))
                Judge(book, key, heard, now);
        }
    }

    /// <summary>How often a device speaks; null when it was never heard.</summary>
    public TimeSpan? IntervalOf(Location location, string device) =>
        _heard.TryGetValue((location.Path, device), out var heard) ? heard.Interval : null;

    /// <summary>Takes when a device was heard before a restart.</summary>
    public void Remember(Location location, string device, DateTimeOffset at)
    {
        ref var heard = ref CollectionsMarshal.GetValueRefOrAddDefault(_heard, (location.Path, device), out _);
        if (at > heard.At)
            heard = new(at, FirstInterval, FirstInterval);
    }

    void Note(AlarmBook book, Location location, string device, DateTimeOffset at, DateTimeOffset now)
    {
        ref var heard = ref CollectionsMarshal.GetValueRefOrAddDefault(_heard, (location.Path, device), out var isKnown);
        if (!isKnown)
            heard = new(at, FirstInterval, TimeSpan.Zero);
        else if (at > heard.At)
            heard = new(at, Longest(heard.Last, Bounded(at - heard.At)), Bounded(at - heard.At));
        else
            return;

        if (_silent.Count > 0 && _silent.Contains((location.Path, device)))
            Judge(book, (location.Path, device), heard, now);
    }

    void Judge(AlarmBook book, (string Path, string Device) key, Heard heard, DateTimeOffset now)
    {
        var location = Location.Parse(key.Path);
        var contact = new Contact(key.Device, heard.At, startedAt, heard.Interval, now);
        var isSilent = false;
        foreach (var rule in rules)
        {
            if (!rule.Where.Covers(location))
                continue;
            book.Observe(rule, location, PointId.Total(key.Device, Quantity.None), contact, now, now);
            isSilent |= rule.Judge(contact, isAbnormal: false).Condition == AlarmCondition.Abnormal;
        }

        if (isSilent)
            _silent.Add(key);
        else
            _silent.Remove(key);
    }

    static TimeSpan Bounded(TimeSpan gap) => gap > LongestInterval ? UsualInterval : gap < UsualInterval ? UsualInterval : gap;

    static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <param name="Interval">The longer of the last two gaps.</param>
    /// <param name="Last">The last gap.</param>
    readonly record struct Heard(DateTimeOffset At, TimeSpan Interval, TimeSpan Last);
}
