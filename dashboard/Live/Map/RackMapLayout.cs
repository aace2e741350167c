using System.Buffers;
using System.Text.Json;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Live.Map;

/// <summary>
/// Where every rack of the province stands on the map: a treemap of cities and, in them, facilities, each rack one cell. The same
/// inventory gives the same map, so that a place on it can be remembered and shared.
/// </summary>
sealed class RackMapLayout
{
    const double Aspect = 1.6;
    const double FirstScale = 1.05;
    const double Growth = 1.04;

    // Between blocks, and above each for its name.
    const int Gap = 1;
    const int Title = 1;

    readonly List<(City City, MapArea Area)> _cities = [];

    /// <param name="inventory">Facilities without racks are left out.</param>
    public RackMapLayout(Inventory inventory)
    {
        var firsts = new Dictionary<FacilityId, int>();
        foreach (var facility in inventory.Facilities)
        {
            firsts[facility.Id] = Racks;
            Racks += facility.RackCount;
        }

        var cities = inventory.Cities
            .Select(city => (City: city, Sites: inventory.Facilities.Where(site => site.City == city.Code && site.RackCount > 0).ToList()))
            .Where(entry => entry.Sites.Count > 0).ToList();
        var blocks = new List<RackBlock>();
        for (var scale = FirstScale; cities.Count > 0 && !TryPlace(cities, firsts, scale, blocks); scale *= Growth)
        {
            _cities.Clear();
            blocks.Clear();
        }

        Blocks = [.. blocks.OrderBy(block => block.First)];
    }

    /// <summary>How many racks there are; each has a number from 0 on, in the order of the inventory.</summary>
    public int Racks { get; }

    /// <summary>Cells.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>By the number of their first rack.</summary>
    public ImmutableArray<RackBlock> Blocks { get; }

    /// <summary>Which rack has a number; null when none does.</summary>
    public (Facility Facility, Rack Rack)? Find(int number)
    {
        var (low, high) = (0, Blocks.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var block = Blocks[middle];
            if (number < block.First)
            {
                high = middle - 1;
            }
            else if (number >= block.First + block.Facility.RackCount)
            {
                low = middle + 1;
            }
            else
            {
                var rest = number - block.First;
                foreach (var room in block.Facility.Rooms)
                {
                    if (rest < room.Racks.Length)
                        return (block.Facility, room.Racks[rest]);
                    rest -= room.Racks.Length;
                }
            }
        }

        return null;
    }

    /// <summary>As the map's script reads it.</summary>
    public byte[] Json(Wording words)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("racks", Racks);
            json.WriteNumber("width", Width);
            json.WriteNumber("height", Height);
            json.WriteStartArray("cities");
            foreach (var (city, area) in _cities)
            {
                json.WriteStartObject();
                json.WriteString("name", words.Name(city.Name));
                json.WriteNumber("x", area.X);
                json.WriteNumber("y", area.Y);
                json.WriteNumber("width", area.Width);
                json.WriteNumber("height", area.Height);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("blocks");
            foreach (var block in Blocks)
            {
                json.WriteStartObject();
                json.WriteString("id", block.Facility.Id.Value);
                json.WriteNumber("first", block.First);
                json.WriteNumber("x", block.X);
                json.WriteNumber("y", block.Y);
                json.WriteNumber("columns", block.Columns);
                json.WriteStartArray("rooms");
                foreach (var room in block.Facility.Rooms)
                    json.WriteNumberValue(room.Racks.Length);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    bool TryPlace(List<(City City, List<Facility> Sites)> cities, Dictionary<FacilityId, int> firsts, double scale, List<RackBlock> blocks)
    {
        var cells = scale * cities.Sum(entry => entry.Sites.Sum(RoomFor));
        (Width, Height) = ((int)Math.Ceiling(Math.Sqrt(cells * Aspect)), (int)Math.Ceiling(Math.Sqrt(cells / Aspect)));
        var areas = new MapArea(0, 0, Width, Height).Divide(cities.ConvertAll(entry => entry.Sites.Sum(RoomFor)));
        foreach (var ((city, sites), area) in cities.Zip(areas))
        {
            _cities.Add((city, area));
            foreach (var (site, own) in sites.Zip(area.Divide(sites.ConvertAll(RoomFor))))
            {
                if (Block(site, firsts[site.Id], own) is not { } block)
                    return false;
                blocks.Add(block);
            }
        }

        return true;
    }

    // Cells that a block wants: its racks as a square, and what stands around them.
    static double RoomFor(Facility site)
    {
        var side = Math.Sqrt(site.RackCount) + Title + (2 * Gap);
        return side * side;
    }

    // Null when the racks do not fit.
    static RackBlock? Block(Facility site, int first, MapArea area)
    {
        var (x, y) = ((int)Math.Ceiling(area.X) + Gap, (int)Math.Ceiling(area.Y) + Title);
        var columns = (int)Math.Floor(area.X + area.Width) - x - Gap;
        var rows = (int)Math.Floor(area.Y + area.Height) - y - Gap;
        return columns >= 1 && RackBlock.RowsOf(site, columns) <= rows ? new(site, first, x, y, columns) : null;
    }
}
