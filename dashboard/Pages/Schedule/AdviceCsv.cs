using DcOps.Contracts.Scheduling;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>Promised against observed, as a table.</summary>
static class AdviceCsv
{
    public static async Task<IResult> OfAsync(string id, IServiceProvider services, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            if (services.GetService<IAdviceLedger>() is not { } ledger || await ledger.OfAsync(id, cancellationToken) is not { } rows)
                return Results.NotFound();

            var csv = new CsvExport(
                $"{id}-advice", time.GetUtcNow(), "job", "facility", "promised_kwh", "observed_kwh", "promised_cny", "observed_cny", "promised_co2_kg",
                "observed_co2_kg", "metered_slots", "slots");
            foreach (var row in rows)
            {
                csv.Add(
                    row.Job, row.Facility, CsvExport.Of(row.Promised.FacilityKwh), CsvExport.Of(row.Observed?.FacilityKwh), CsvExport.Of(row.Promised.Cny),
                    CsvExport.Of(row.Observed?.Cny), CsvExport.Of(row.Promised.CarbonKilograms), CsvExport.Of(row.Observed?.CarbonKilograms),
                    CsvExport.Of(row.MeteredSlots), CsvExport.Of(row.Slots));
            }

            return csv;
        }
        catch (HistoryUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
