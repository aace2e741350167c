using System.Globalization;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>Rooms of a site: as equal as can be, rows of twenty racks lettered from A.</summary>
public static class RoomGenerator
{
    const int RacksOfRoom = 120;
    const int RacksOfRow = 20;

    public static ImmutableArray<RoomPlan> Generate(FacilityId facility, SiteKind kind, int racks)
    {
        var rooms = (racks + RacksOfRoom - 1) / RacksOfRoom;
        return
        [
            .. Enumerable.Range(0, rooms).Select(room => Room(
                facility, kind, room + 1, (racks * (room + 1) / rooms) - (racks * room / rooms))),
        ];
    }

    static RoomPlan Room(FacilityId facility, SiteKind kind, int ordinal, int racks)
    {
        var id = new RoomId(facility, string.Create(CultureInfo.InvariantCulture, $"R{ordinal:00}"));
        var (provisioned, rated) = RackPower(kind);
        return new(
            id,
            SiteNames.OfRoom(ordinal),
            [.. Enumerable.Range(0, racks).Select(rack => new RackPlan(new RackId(id, RackCode(rack)), provisioned, rated))]);
    }

    static string RackCode(int rack) => string.Create(
        CultureInfo.InvariantCulture, $"{(char)('A' + (rack / RacksOfRow))}{(rack % RacksOfRow) + 1:00}");

    // Three phases of 16 A at 230 V are 11 kW, of 32 A 22 kW.
    static (Power Provisioned, Power Rated) RackPower(SiteKind kind) => kind switch
    {
        SiteKind.AiTraining => (Power.FromKilowatts(18), Power.FromKilowatts(22)),
        SiteKind.Cloud => (Power.FromKilowatts(8), Power.FromKilowatts(11)),
        SiteKind.Finance => (Power.FromKilowatts(6), Power.FromKilowatts(11)),
        _ => (Power.FromKilowatts(5), Power.FromKilowatts(11)),
    };
}
