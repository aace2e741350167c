using Bunit;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Rooms;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Rooms;

public sealed class PlaceTableTests
{
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");
    static readonly RoomId Room = new(Site, "R01");
    static readonly BusinessPeriod Period = BusinessCalendar.Shanghai.Month(2026, 10);

    [Fact]
    public void Rooms_and_the_rest_stand_above_the_data_centre_that_they_add_up_to()
    {
        using var context = new PageContext("en");

        var table = Render(context, Energy.FromKilowattHours(40), Energy.FromKilowattHours(12), hasFigure: true);
        var sums = table.FindAll("tbody tr").Skip(1).Select(row => row.Children[4].TextContent).ToList();

        Assert.Equal(["52.0", "78.0", "130.0"], sums);
        Assert.Equal("40.0 %", table.Find("tr[data-place='NJ-01/R01'] td:nth-child(6)").TextContent);
    }

    [Fact]
    public void A_room_without_known_energy_shows_no_value_rather_than_nothing()
    {
        using var context = new PageContext("zh-CN");

        var table = Render(context, null, null, hasFigure: false);

        Assert.Equal("◌", table.Find("tr[data-place] td:nth-child(3)").TextContent);
        Assert.Single(table.FindAll("tbody tr"));
    }

    static IRenderedComponent<PlaceTable> Render(PageContext context, Energy? it, Energy? overhead, bool hasFigure)
    {
        var facility = new Facility(Site, CityCode.Parse("NJ"), new("一", "One"), [new(Room, new("一号", "First"), [])], [], null);
        var figure = new PueFigure(
            new Ratio(1.3), PueCategory.Category1, Period.From, Period.To, Energy.FromKilowattHours(130), Energy.FromKilowattHours(100), new(1), new(0),
            EvidenceGrade.Compliance, 1);
        var place = new PlaceEnergy(Room, null, it, overhead, new(0.9), new(0), 10, 9);
        var places = new FacilityPlaces(
            facility, ReportPeriod.Of(PeriodKind.Month, Period), Period.To, hasFigure ? figure : null, hasFigure ? AllocationBasis.MeteredIt : AllocationBasis.None,
            hasFigure ? figure.ItEnergy : null, [place], [], hasFigure ? Energy.FromKilowattHours(78) : null);
        return context.Render<PlaceTable>(parameters => parameters
            .Add(each => each.Rows, [place]).Add(each => each.Places, places).Add(each => each.Title, "rooms").Add(each => each.Period, "2026-10")
            .Add(each => each.HasSums, true));
    }
}
