using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Uploads;

/// <summary>The upload by destination and day as a table.</summary>
static class UploadsEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/uploads.csv", DaysAsync);

    static async Task<IResult> DaysAsync(IServiceProvider services, TimeProvider time, string? days, CancellationToken cancellationToken)
    {
        if (services.GetService<IUploadWatch>() is not { } watch)
            return Results.NotFound();

        var csv = new CsvExport(
            "uploads", time.GetUtcNow(), "destination", "state", "day", "expected_items", "given_items", "acknowledged_items", "refused_items",
            "completeness_ratio", "pending_items", "oldest_pending_day", "spool_bytes", "last_acknowledged_at_utc", "last_refusal_at_utc",
            "last_refusal_code", "last_refusal_text");
        foreach (var standing in await watch.StandingAsync(UploadsQuery.Of(days).Within(time.GetUtcNow()), cancellationToken))
        {
            foreach (var day in standing.Days)
            {
                csv.Add(
                    standing.Destination, KebabCase.Of(UploadStates.Of(standing)), CsvExport.Of(day.Day), CsvExport.Of((long)day.Expected),
                    CsvExport.Of((long)day.Spooled), CsvExport.Of((long)day.Acknowledged), CsvExport.Of((long)day.Refused),
                    CsvExport.Of(day.Completeness?.Value), CsvExport.Of(standing.Pending), CsvExport.Of(standing.OldestPending),
                    CsvExport.Of(standing.SpoolBytes), CsvExport.Of(standing.LastAcknowledgedAt), CsvExport.Of(standing.LastRefusal?.At),
                    standing.LastRefusal?.Code ?? "", Compliance.ComplianceCsv.Words(standing.LastRefusal?.Text));
            }
        }

        return csv;
    }
}
