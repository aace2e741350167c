using DcOps.Domain.Ledger;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Rooms;

/// <summary>What the rooms of a facility add up to.</summary>
/// <param name="It">Null when no rack's energy is known.</param>
/// <param name="Overhead">Null when nothing is spread.</param>
/// <param name="Completeness">Over all racks of the inventory, 0 to 1.</param>
public sealed record PlaceSum(Energy? It, Energy? Overhead, Ratio Completeness, int Racks, int RacksMetered)
{
    public static PlaceSum Of(IReadOnlyCollection<PlaceEnergy> rooms)
    {
        var racks = rooms.Sum(room => room.Racks);
        return new(
            Total(rooms, room => room.It), Total(rooms, room => room.Overhead),
            new(racks == 0 ? 0 : rooms.Sum(room => room.Completeness.Value * room.Racks) / racks), racks, rooms.Sum(room => room.RacksMetered));
    }

    static Energy? Total(IReadOnlyCollection<PlaceEnergy> rooms, Func<PlaceEnergy, Energy?> of) =>
        rooms.Any(room => of(room) is not null) ? new Energy(rooms.Sum(room => of(room)?.WattHours ?? 0)) : null;
}
