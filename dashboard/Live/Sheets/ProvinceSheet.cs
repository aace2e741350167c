using DcOps.Dashboard.Localization;
using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>The live values of the province page: keys <c>power-total</c>, <c>city-NJ-it-power</c>, <c>dc-NJ-01-it-power</c> …</summary>
public static class ProvinceSheet
{
    public static Sheet Of(ProvinceSnapshot province, Inventory inventory, Wording wording)
    {
        var sheet = new Sheet(wording, province.At)
            .Put("total-power", province.TotalPower)
            .Put("it-power", province.ItPower)
            .Put("racks-live", province.RacksLive)
            .Put("racks-total", province.RacksTotal)
            .Put("facilities-live", province.FacilitiesLive)
            .Put("facilities-total", province.FacilitiesTotal)
            .Put("facilities-silent", wording["Province.Silent", province.FacilitiesTotal - province.FacilitiesLive],
                province.FacilitiesLive < province.FacilitiesTotal ? "some" : "none",
                province.FacilitiesLive < province.FacilitiesTotal ? "stale" : "hidden")
            .PutPue("pue", province.PueToday);

        var snapshots = province.Facilities.ToDictionary(facility => facility.Facility);
        foreach (var city in CityTotals.Of(inventory, snapshots))
            PutCity(sheet, city);
        foreach (var facility in province.Facilities)
            PutFacility(sheet, facility);
        return sheet;
    }

    static void PutCity(Sheet sheet, CityTotals city)
    {
        var key = $"city-{city.City.Code}";
        sheet.Put($"{key}-racks-live", city.RacksLive)
            .Put($"{key}-it-power", city.ItPower)
            .Put($"{key}-total-power", city.TotalPower)
            .Put($"{key}-pue", city.Pue, 3)
            .Put($"{key}-racks-alarming", city.RacksAbnormal);
    }

    static void PutFacility(Sheet sheet, FacilitySnapshot facility)
    {
        var key = $"dc-{facility.Facility}";
        sheet.Put($"{key}-racks-live", facility.RacksLive)
            .Put($"{key}-it-power", facility.ItPower)
            .Put($"{key}-total-power", facility.TotalPower)
            .Put($"{key}-pue", facility.PueToday is [var first, ..] ? first.Value : null, 4)
            .Put($"{key}-racks-alarming", facility.RacksCritical + facility.RacksInWarning)
            .PutAge($"{key}-age", facility.At);
    }
}
