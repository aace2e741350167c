using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Live.Map;

/// <summary>A facility on the map: its racks row by row, each room below the last with an aisle between.</summary>
/// <param name="First">Number of its first rack on the map; the others follow in the order of the inventory.</param>
/// <param name="X">Left edge, cells.</param>
/// <param name="Y">Upper edge, cells.</param>
/// <param name="Columns">Racks beside each other.</param>
sealed record RackBlock(Facility Facility, int First, int X, int Y, int Columns)
{
    /// <summary>How many rows of cells the rooms take with so many columns, aisles included.</summary>
    public static int RowsOf(Facility facility, int columns) =>
        facility.Rooms.Sum(room => (room.Racks.Length + columns - 1) / columns) + Math.Max(0, facility.Rooms.Length - 1);
}
