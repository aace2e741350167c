using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>The supplies of one rack, by the device that reads each.</summary>
sealed class RackSupplies(string[] devices)
{
    readonly (DateTimeOffset At, bool IsFed)[] _supplies = new (DateTimeOffset, bool)[devices.Length];

    /// <summary>Whether the reading is of one of them and tells something.</summary>
    public bool Take(in Reading reading, double deadBelow)
    {
        var index = Array.IndexOf(devices, reading.Point.Device);
        if (index < 0 || !PointTable.IsUsable(reading) || reading.ObservedAt < _supplies[index].At)
            return false;

        // Of several phases at one instant one with voltage is enough.
        var isFed = reading.Value >= deadBelow || (reading.ObservedAt == _supplies[index].At && _supplies[index].IsFed);
        _supplies[index] = (reading.ObservedAt, isFed);
        return true;
    }

    /// <param name="since">Before this nothing is known.</param>
    public RedundantGroup GroupAt(DateTimeOffset since) => new(
        string.Join(" + ", devices), devices.Length, 1, _supplies.Count(supply => supply.IsFed && supply.At >= since),
        _supplies.Count(supply => supply.At < since));
}
