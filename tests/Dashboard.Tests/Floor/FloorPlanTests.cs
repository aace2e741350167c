using System.Globalization;
using DcOps.Dashboard.Pages.Floor;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Floor;

public sealed class FloorPlanTests
{
    static readonly RoomId Id = RoomId.Parse("NJ-01/R01");

    [Fact]
    public void Racks_stand_in_the_row_of_their_letters_at_the_place_of_their_number()
    {
        var plan = FloorPlan.Of(Room("B02", "A01", "A03", "AA02", "B04"));

        Assert.True(plan.IsPlaced);
        Assert.Equal(["01", "02", "03", "04"], plan.Columns);
        Assert.Equal(["A", "B", "AA"], plan.Rows.Select(row => row.Name));
        Assert.Equal(["A01", "", "A03", ""], Codes(plan, 0));
        Assert.Equal(["", "B02", "", "B04"], Codes(plan, 1));
        Assert.Equal(["", "AA02", "", ""], Codes(plan, 2));
    }

    [Theory]
    [InlineData("RACK", "A01")]
    [InlineData("A01", "A1")]
    [InlineData("A01", "A900")]
    [InlineData("A-7X", "A-8X")]
    public void Codes_that_tell_no_places_leave_the_order_of_the_inventory(string first, string second)
    {
        var plan = FloorPlan.Of(Room(first, second));

        Assert.False(plan.IsPlaced);
        Assert.Equal([first, second], Codes(plan, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(41)]
    public void Every_rack_stands_once_and_every_row_is_as_long_as_the_head(int racks)
    {
        var codes = Enumerable.Range(1, racks).Select(number => string.Create(CultureInfo.InvariantCulture, $"R{number}-X")).ToArray();
        var plan = FloorPlan.Of(Room(codes));

        Assert.Equal(codes, plan.Rows.SelectMany(row => row.Racks).OfType<Rack>().Select(rack => rack.Id.RackCode));
        Assert.All(plan.Rows, row => Assert.Equal(plan.Columns.Length, row.Racks.Length));
    }

    static IEnumerable<string> Codes(FloorPlan plan, int row) => plan.Rows[row].Racks.Select(rack => rack?.Id.RackCode ?? "");

    static Room Room(params string[] codes) =>
        new(Id, new("一号机房", "Room 1"), [.. codes.Select(code => new Rack(new RackId(Id, code), Power.FromKilowatts(8)))]);
}
