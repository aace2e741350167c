using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>What one room last reported, and the intervals it has told so far.</summary>
sealed class RoomSlots(Room room, RoomSlotsImage? image)
{
    readonly EnergySlots _quarters = new(image?.Quarters ?? []);
    readonly EnergySlots _minutes = new(image?.Minutes ?? []);

    public Room Room => room;

    /// <summary>Null until the room has reported.</summary>
    public RoomReport? Report { get; private set; } = image?.Report;

    /// <summary>Takes a report; the starts of intervals and minutes that it changed go to the lists. False for one that is not newer.</summary>
    public bool Take(RoomReport report, HashSet<DateTimeOffset> quarters, HashSet<DateTimeOffset> minutes)
    {
        if (report.Version <= (Report?.Version ?? 0))
            return false;

        Report = report;
        // The interval that is still open comes without known racks: it is no ledger row yet.
        foreach (var interval in report.Intervals)
        {
            if (interval is { Energy: { } energy, RacksKnown: > 0 })
            {
                Put(_quarters, quarters, report.At, new(
                    interval.From, energy.WattHours, interval.Estimated.WattHours, interval.Quality,
                    interval.RacksKnown, interval.RacksExpected, report.At, false));
            }
        }

        foreach (var minute in report.Minutes.IsDefault ? [] : report.Minutes)
        {
            Put(_minutes, minutes, report.At, new(
                minute.Minute, minute.Energy.WattHours, minute.Estimated.WattHours, IntervalQuality.Measured,
                minute.RacksKnown, minute.RacksExpected, report.At, false));
        }

        return true;
    }

    /// <summary>The room's share of an interval; where it knows nothing, its racks are expected all the same.</summary>
    public EnergySlot Quarter(DateTimeOffset from) => _quarters.GetOrEmpty(from, room.Racks.Length);

    public EnergySlot Minute(DateTimeOffset from) => _minutes.GetOrEmpty(from, room.Racks.Length);

    public void Trim(DateTimeOffset quarters, DateTimeOffset minutes)
    {
        _quarters.Trim(quarters);
        _minutes.Trim(minutes);
    }

    /// <summary>The report is saved without what the slots hold anyway.</summary>
    public RoomSlotsImage Save() =>
        new(room.Id, Report is null ? null : Report with { Intervals = [], Minutes = [] }, _quarters.Save(), _minutes.Save());

    static void Put(EnergySlots slots, HashSet<DateTimeOffset> changed, DateTimeOffset at, in EnergySlot slot)
    {
        if (slots.TryGet(slot.From, out var before) && before.SaysTheSameAs(slot))
            return;

        slots.Put(slot with { ChangedAt = at });
        changed.Add(slot.From);
    }
}
