using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms;

/// <summary>What is pending or standing at one location: nearly always nothing, or a few.</summary>
sealed class LocationAlarms
{
    readonly List<AlarmSlot> _slots = [];

    public List<AlarmSlot> Slots => _slots;

    public AlarmSlot? Find(in PointId point, string rule)
    {
        foreach (var slot in _slots)
        {
            var key = slot.Alarm.Key;
            if (key.Point.Quantity == point.Quantity && key.Point.Index == point.Index && key.Point.Part == point.Part
                && key.Rule == rule && key.Point.Device == point.Device)
                return slot;
        }

        return null;
    }
}
