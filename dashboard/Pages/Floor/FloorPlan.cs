using System.Globalization;

namespace DcOps.Dashboard.Pages.Floor;

/// <summary>
/// Where the racks of a room stand: rows by the letters of their codes, places by the numbers (<c>B07</c> is the seventh of row B).
/// Codes that do not read so say nothing of places; then racks follow each other as in the inventory.
/// </summary>
/// <param name="IsPlaced">Whether codes tell the places.</param>
/// <param name="Columns">Heads of the columns, in order.</param>
/// <param name="Rows">Name of the row, and its rack in each column; null where none stands.</param>
public sealed record FloorPlan(bool IsPlaced, ImmutableArray<string> Columns, ImmutableArray<(string Name, ImmutableArray<Domain.Topology.Rack?> Racks)> Rows)
{
    const int MostColumns = 60;
    const int UnplacedColumns = 20;

    public static FloorPlan Of(Domain.Topology.Room room)
    {
        var places = room.Racks.Select(rack => (Rack: rack, Place: PlaceOf(rack.Id.RackCode))).ToList();
        var isPlaced = places.TrueForAll(each => each.Place is not null) && places.DistinctBy(each => each.Place).Count() == places.Count
            && places.Count > 0 && places.Max(each => each.Place!.Value.Number) - places.Min(each => each.Place!.Value.Number) < MostColumns;
        return isPlaced ? Placed([.. places.Select(each => (each.Rack, each.Place!.Value))]) : Unplaced(room.Racks);
    }

    static FloorPlan Placed(ImmutableArray<(Domain.Topology.Rack Rack, (string Row, int Number) Place)> racks)
    {
        var (first, last) = (racks.Min(each => each.Place.Number), racks.Max(each => each.Place.Number));
        return new(
            true, [.. Enumerable.Range(first, last - first + 1).Select(number => number.ToString("00", CultureInfo.InvariantCulture))],
            [
                .. racks.GroupBy(each => each.Place.Row, StringComparer.Ordinal)
                    .OrderBy(row => row.Key.Length).ThenBy(row => row.Key, StringComparer.Ordinal)
                    .Select(row => (row.Key, InColumns([.. row], first, last))),
            ]);
    }

    static ImmutableArray<Domain.Topology.Rack?> InColumns(ImmutableArray<(Domain.Topology.Rack Rack, (string Row, int Number) Place)> row, int first, int last)
    {
        var columns = new Domain.Topology.Rack?[last - first + 1];
        foreach (var (rack, place) in row)
            columns[place.Number - first] = rack;
        return [.. columns];
    }

    static FloorPlan Unplaced(ImmutableArray<Domain.Topology.Rack> racks) => new(
        false, [.. Enumerable.Range(1, Math.Min(UnplacedColumns, Math.Max(1, racks.Length))).Select(number => number.ToString(CultureInfo.InvariantCulture))],
        [
            .. racks.Chunk(UnplacedColumns).Select((row, index) => (
                (index + 1).ToString(CultureInfo.InvariantCulture),
                (ImmutableArray<Domain.Topology.Rack?>)[.. row, .. Enumerable.Repeat<Domain.Topology.Rack?>(null, racks.Length < UnplacedColumns ? 0 : UnplacedColumns - row.Length)])),
        ]);

    // Letters, then a number; null for anything else.
    static (string Row, int Number)? PlaceOf(string code)
    {
        var digits = code.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && int.TryParse(code.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (code[..digits].TrimEnd('-'), number)
            : null;
    }
}
