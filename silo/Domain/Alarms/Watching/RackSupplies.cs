using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>The supplies of one rack, by the device that reads each.</summary>
sealed class RackSupplies(string[] devices)
{
    readonly string _name = string.Join(" + ", devices);
    readonly (DateTimeOffset At, ReadingGaps Gaps, bool IsFed)[] _supplies = new (DateTimeOffset, ReadingGaps, bool)[devices.Length];

    /// <summary>Whether the reading is of one of them and tells something.</summary>
    public bool Take(in Reading reading, double deadBelow)
    {
        var index = Array.IndexOf(devices, reading.Point.Device);
        if (index < 0 || !PointTable.IsUsable(reading) || reading.ObservedAt < _supplies[index].At)
            return false;

        // Of several phases at one instant one with voltage is enough.
        var (at, gaps, wasFed) = _supplies[index];
        if (at != default && reading.ObservedAt > at)
            gaps = gaps.Then(reading.ObservedAt - at);
        _supplies[index] = (reading.ObservedAt, gaps, reading.Value >= deadBelow || (reading.ObservedAt == at && wasFed));
        return true;
    }

    /// <param name="promisedAge">At the least; of a supply that is read more seldom nothing is known after three of its intervals.</param>
    public RedundantGroup GroupAt(DateTimeOffset now, TimeSpan promisedAge)
    {
        var (working, unknown) = (0, 0);
        foreach (var (at, gaps, isFed) in _supplies)
        {
            if (now - at > gaps.PromisedAge(promisedAge))
                unknown++;
            else if (isFed)
                working++;
        }

        return new(_name, devices.Length, 1, working, unknown);
    }
}
