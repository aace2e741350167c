using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>The rooms of a facility as they reported: their racks' power and the IT-input energy of all of them.</summary>
sealed class FacilityRooms
{
    /// <summary>A room that has been silent for longer is not live.</summary>
    static readonly TimeSpan PromisedAge = TimeSpan.FromSeconds(60);

    readonly RoomSlots[] _rooms;
    readonly HashSet<DateTimeOffset> _quarters = [];
    readonly HashSet<DateTimeOffset> _minutes = [];

    public FacilityRooms(Facility facility, ImmutableArray<RoomSlotsImage> images)
    {
        var byRoom = (images.IsDefault ? [] : images).ToDictionary(image => image.Room);
        _rooms = [.. facility.Rooms.Select(room => new RoomSlots(room, byRoom.GetValueOrDefault(room.Id)))];
    }

    /// <summary>Whether every rack of every room has a register or at least power.</summary>
    public bool AllRacksMetered =>
        _rooms.Length > 0 && Array.TrueForAll(_rooms, room => room.Room.Racks.Length == (room.Report?.RacksMetered ?? 0));

    /// <summary>Takes a report into the ledger of the IT input; false for a room of another facility, or an older report.</summary>
    public bool Take(RoomReport report, RoleLedger ledger)
    {
        var room = Array.Find(_rooms, candidate => candidate.Room.Id == report.Room);
        _quarters.Clear();
        _minutes.Clear();
        if (room?.Take(report, _quarters, _minutes) != true)
            return false;

        foreach (var from in _quarters)
            Put(ledger.Quarters, from, report.At, static (slots, from) => slots.Quarter(from));
        foreach (var from in _minutes)
            Put(ledger.Minutes, from, report.At, static (slots, from) => slots.Minute(from));
        ledger.Trim(report.At);
        room.Trim(report.At - EnergyPieces.QuarterWindow - IntervalGrid.Quarter, report.At - TimeSpan.FromMinutes(35));
        return true;
    }

    /// <summary>Sum over the rooms that are live; null when none has live power.</summary>
    public Power? ItPower(DateTimeOffset now)
    {
        Power? sum = null;
        foreach (var room in _rooms)
        {
            if (IsLive(room, now) && room.Report!.ItPower is { } power)
                sum = (sum ?? Power.Zero) + power;
        }

        return sum;
    }

    public RackTally Tally(DateTimeOffset now)
    {
        var tally = default(RackTally);
        foreach (var room in _rooms)
            tally = tally.Plus(room.Room.Racks.Length, room.Report, IsLive(room, now));
        return tally;
    }

    public ImmutableArray<RoomSlotsImage> Save() => [.. _rooms.Select(room => room.Save())];

    static bool IsLive(RoomSlots room, DateTimeOffset now) => room.Report is { } report && now - report.At <= PromisedAge;

    void Put(EnergySlots slots, DateTimeOffset from, DateTimeOffset at, Func<RoomSlots, DateTimeOffset, EnergySlot> of)
    {
        var sum = EnergySlot.Empty(from, 0);
        foreach (var room in _rooms)
        {
            var share = of(room, from);
            sum = sum with
            {
                WattHours = sum.WattHours + share.WattHours,
                EstimatedWattHours = sum.EstimatedWattHours + share.EstimatedWattHours,
                Known = sum.Known + share.Known,
                Expected = sum.Expected + share.Expected,
                Quality = share.Known == 0 ? sum.Quality
                    : sum.Known == 0 || share.Quality > sum.Quality ? share.Quality : sum.Quality,
            };
        }

        slots.Put(sum with { ChangedAt = at, IsTold = false });
    }
}
