using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Rooms;

/// <summary>Every room and rack of a facility as a table, with what no rack accounts for and the facility itself.</summary>
static class RoomsEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ComplianceQuery.Path + "/{id}/rooms.csv", PlacesAsync);

    static async Task<IResult> PlacesAsync(
        IEnergyLedger ledger, TimeProvider time, string id, string? period, CancellationToken cancellationToken)
    {
        if (!FacilityId.TryParse(id, out var facility) || RoomsAddress.PeriodOf(period, time.GetUtcNow()) is not { } asked
            || await ledger.PlacesAsync(facility, asked, cancellationToken) is not { } places)
            return Results.NotFound();

        var csv = new CsvExport(
            $"{facility}-{asked.Text}-rooms", places.At, "facility", "period", "level", "place", "allocation", "e_it_wh", "overhead_wh", "e_dc_wh",
            "completeness_ratio", "estimated_ratio", "racks", "racks_metered");
        foreach (var room in places.Rooms)
        {
            Add("room", room);
            foreach (var rack in places.Racks.Where(each => each.Room == room.Room))
                Add("rack", rack);
        }

        Row("unallocated", facility.Value, null, null, places.Unallocated, null, null, null, null);
        Row(
            "facility", facility.Value, places.Figure?.ItEnergy, null, places.Figure?.FacilityEnergy, places.Figure?.Completeness,
            places.Figure?.EstimatedShare, places.Racks.Length, places.Rooms.Sum(room => room.RacksMetered));
        return csv;

        void Add(string level, PlaceEnergy place) => Row(
            level, place.Rack?.Value ?? place.Room.Value, place.It, place.Overhead, place.Facility, place.Completeness,
            place.It is null ? null : place.EstimatedShare, place.Racks, place.RacksMetered);

        void Row(
            string level, string place, Energy? it, Energy? overhead, Energy? whole, Ratio? completeness, Ratio? estimated, int? racks, int? metered) =>
            csv.Add(
                facility.Value, asked.Text, level, place, KebabCase.Of(places.Basis), CsvExport.Of(it?.WattHours), CsvExport.Of(overhead?.WattHours),
                CsvExport.Of(whole?.WattHours), CsvExport.Of(completeness?.Value), CsvExport.Of(estimated?.Value), CsvExport.Of((long?)racks),
                CsvExport.Of((long?)metered));
    }
}
