using System.Globalization;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Facilities;
using DcOps.Domain.Racks;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>The live values of a facility page.</summary>
public static class FacilitySheet
{
    public static Sheet Of(FacilitySnapshot facility, ImmutableArray<RackSummary> racks, Wording wording)
    {
        var sheet = new Sheet(wording, facility.At)
            .Put("total-power", facility.TotalPower)
            .Put("it-power", facility.ItPower)
            .Put("cooling-power", facility.CoolingPower)
            .Put("power-ratio", facility.PowerRatio, 3)
            .Put("facility-energy-today", facility.FacilityEnergyToday)
            .Put("it-energy-today", facility.ItEnergyToday)
            .Put("racks-live", facility.RacksLive)
            .Put("racks-total", facility.RacksTotal)
            .Put("racks-stale", facility.RacksStale)
            .Put("racks-never-seen", facility.RacksNeverSeen)
            .Put("hottest-inlet", facility.HottestInlet)
            .Put("outdoor-temperature", facility.OutdoorTemperature)
            .PutAge("age", facility.At)
            .PutLiquid(facility);

        foreach (var figure in facility.PueToday)
            sheet.PutPue(string.Create(CultureInfo.InvariantCulture, $"pue-{(int)figure.Category}"), figure);
        foreach (var reading in facility.PlantLatest)
            sheet.PutReading(reading);
        foreach (var rack in racks)
            sheet.PutRack(rack);
        foreach (var room in racks.GroupBy(rack => rack.Rack.Room))
            sheet.PutRoom($"room-{room.Key.RoomCode}", [.. room]);
        return sheet;
    }
}
