using System.Globalization;
using System.Text;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Csv;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>The evidence pages as tables for machines.</summary>
static class EvidenceEndpoints
{
    const int ReadingsOfChunk = 2_000;

    static readonly string[] ReadingColumns =
        ["facility", "meter", "at_utc", "position", "step", "serial", "reset_at_utc", "mean_watts", "understood_as"];

    public static void MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ComplianceQuery.Path + "/{id}/evidence.csv", LeavesAsync);
        endpoints.MapGet(ComplianceQuery.Path + "/{id}/evidence/{meter}/readings.csv", ReadingsAsync);
    }

    static async Task<IResult> LeavesAsync(HttpContext context, string id, string? period, [FromServices] IEnergyLedger ledger, TimeProvider time)
    {
        if (!FacilityId.TryParse(id, out var facility) || !ReportPeriod.TryParse(period, time.GetUtcNow(), out var asked)
            || await ledger.EvidenceAsync(facility, asked, context.RequestAborted) is not { } evidence)
            return TypedResults.NotFound();

        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{facility}-{asked.Text}-evidence.csv\"";
        return TypedResults.Text(LeafCsv.Of(evidence), ComplianceEndpoints.Csv);
    }

    // A year of readings is read and written in pieces: it never stands in memory as a whole.
    static async Task ReadingsAsync(
        HttpContext context, string id, string meter, string? period, [FromServices] IEnergyLedger ledger, TimeProvider time)
    {
        if (!FacilityId.TryParse(id, out var facility) || !ReportPeriod.TryParse(period, time.GetUtcNow(), out var asked)
            || await ledger.IntervalsAsync(facility, meter, asked.Period, IntervalGrid.Quarter, context.RequestAborted) is not { } intervals)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = ComplianceEndpoints.Csv;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{facility}-readings-{asked.Text}.csv\"";
        var text = new StringBuilder();
        CsvText.AppendLine(text, ReadingColumns);
        var chunk = new List<RegisterReading>(ReadingsOfChunk);
        RegisterReading? before = null;
        await foreach (var reading in ledger.ReadingsAsync(facility, meter, asked.Period, context.RequestAborted))
        {
            chunk.Add(reading);
            if (chunk.Count < ReadingsOfChunk)
                continue;

            await WriteAsync();
        }

        await WriteAsync();

        async Task WriteAsync()
        {
            foreach (var read in ReadRegister.Of(chunk, intervals.Events))
            {
                var step = read.Step ?? read.Reading.Position - before?.Position;
                CsvText.AppendLine(
                    text, facility.Value, ComplianceCsv.Words(meter), Instant(read.Reading.At), Number(read.Reading.Position), Number(step),
                    ComplianceCsv.Words(read.Reading.Serial), Instant(read.Reading.ResetMarker), Number(read.Reading.MeanWatts),
                    KebabCase.Of(read.Verdict));
                before = read.Reading;
            }

            chunk.Clear();
            await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
            text.Clear();
        }
    }

    static string Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "";

    static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
