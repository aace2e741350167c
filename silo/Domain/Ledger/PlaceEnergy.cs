using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>Energy of a room or a rack over a period, with the part of its facility's overhead that is allocated to it.</summary>
/// <param name="Rack">Null for the room as a whole.</param>
/// <param name="It">Energy by the rack PDUs, estimates included; null when none is known.</param>
/// <param name="Overhead">Allocated by IT energy; null when it is not known, or the facility has no figure.</param>
/// <param name="Completeness">Minutes whose energy is known over those of the period, of all racks of the inventory, 0 to 1.</param>
/// <param name="EstimatedShare">Energy of minutes that rest on estimates over all, 0 to 1.</param>
/// <param name="Racks">Racks of the inventory.</param>
/// <param name="RacksMetered">Racks of which any minute is known.</param>
public sealed record PlaceEnergy(
    RoomId Room, RackId? Rack, Energy? It, Energy? Overhead, Ratio Completeness, Ratio EstimatedShare, int Racks, int RacksMetered)
{
    /// <summary>E_DC of the place: its own energy and what is allocated to it.</summary>
    public Energy? Facility => It is { } it && Overhead is { } overhead ? it + overhead : null;

    /// <summary>
    /// Ratio of the sums; null without either. A place has no PUE of its own: by the allocation it is the facility's.
    /// </summary>
    public Ratio? Pue => Facility is { } facility && It is { WattHours: > 0 } it ? facility / it : null;
}
