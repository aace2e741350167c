using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Metering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Meters;

/// <summary>The meter registry in force as a table that is read back to the same, byte for byte.</summary>
static class MeterEndpoints
{
    public const string Path = ComplianceQuery.Path + "/meters.csv";

    public static void MapMeters(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, WriteAsync);

    static async Task<IResult> WriteAsync(HttpContext context, [FromServices] IEnergyLedger ledger)
    {
        var inForce = await ledger.MetersAsync(context.RequestAborted);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"meters-{inForce.Number}.csv\"";
        return Results.Text(MeterCsv.Write(inForce.Registry), ComplianceEndpoints.Csv);
    }
}
