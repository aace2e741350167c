using System.Globalization;
using DcOps.Dashboard.Live.Map;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Map;

public sealed class RackMapLayoutTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 700, 40)]
    [InlineData(13, 400, 175)]
    public void Every_rack_has_a_cell_of_its_own_inside_the_map(int cities, int facilities, int racks)
    {
        var map = new RackMapLayout(Province(cities, facilities, racks));

        var taken = new HashSet<(int X, int Y)>();
        foreach (var block in map.Blocks)
        {
            var top = block.Y;
            foreach (var room in block.Facility.Rooms)
            {
                for (var place = 0; place < room.Racks.Length; place++)
                {
                    var (x, y) = (block.X + (place % block.Columns), top + (place / block.Columns));
                    Assert.True(x >= 0 && x < map.Width && y >= 0 && y < map.Height, $"({x}, {y}) lies outside {map.Width} x {map.Height}");
                    Assert.True(taken.Add((x, y)), $"two racks stand on ({x}, {y})");
                }

                top += ((room.Racks.Length + block.Columns - 1) / block.Columns) + 1;
            }
        }

        Assert.Equal(map.Racks, taken.Count);
    }

    [Fact]
    public void The_numbers_are_the_order_of_the_inventory()
    {
        var inventory = Province(cities: 3, facilities: 7, racks: 11);
        var map = new RackMapLayout(inventory);

        var racks = inventory.Facilities.SelectMany(facility => facility.Rooms).SelectMany(room => room.Racks).ToList();

        Assert.Equal(racks, Enumerable.Range(0, map.Racks).Select(number => map.Find(number)!.Value.Rack));
        Assert.Null(map.Find(-1));
        Assert.Null(map.Find(map.Racks));
    }

    [Fact]
    public void A_great_province_wastes_little_of_its_map()
    {
        var map = new RackMapLayout(Province(cities: 13, facilities: 400, racks: 175));

        Assert.InRange((double)map.Racks / (map.Width * map.Height), 0.5, 1);
    }

    [Fact]
    public void A_site_without_racks_is_left_out()
    {
        var map = new RackMapLayout(Province(cities: 1, facilities: 1, racks: 0));

        Assert.Empty(map.Blocks);
        Assert.Equal(0, map.Racks);
    }

    static Inventory Province(int cities, int facilities, int racks) => new(
        ProvinceId.Parse("JS"), new("江苏省", "Jiangsu"),
        [.. Enumerable.Range(0, cities).Select(number => new City(CodeOf(number), new("市", "City"), number, 0))],
        [.. Enumerable.Range(0, facilities).Select(number => Site(CodeOf(number % cities), number, racks * (1 + (number % 5))))]);

    static CityCode CodeOf(int number) => CityCode.Parse($"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}");

    static Facility Site(CityCode city, int number, int racks)
    {
        var id = FacilityId.Parse(string.Create(CultureInfo.InvariantCulture, $"{city}-{number:000}"));
        var rooms = Enumerable.Range(1, 2).Select(room => new RoomId(id, string.Create(CultureInfo.InvariantCulture, $"R{room:00}")))
            .Select((room, index) => new Room(room, new("机房", "Room"),
                [.. Enumerable.Range(0, index == 0 ? racks / 3 : racks - (racks / 3)).Select(rack =>
                    new Rack(new RackId(room, string.Create(CultureInfo.InvariantCulture, $"A{rack:0000}")), Power.FromKilowatts(8)))]));
        return new(id, city, new("数据中心", "Site"), [.. rooms], [], null);
    }
}
