using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Live;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary><c>/pue.csv</c>: the compliance list as its page shows it, all pages at once.</summary>
static class ComplianceEndpoints
{
    public const string Csv = "text/csv; charset=utf-8";

    public static void MapCompliance(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ComplianceQuery.CsvPath, ListAsync);

    static async Task<Results<ContentHttpResult, BadRequest<string>>> ListAsync(
        HttpContext context, [FromServices] IEnergyLedger ledger, IProvinceView view, RuleBook rules, Inventory inventory, TimeProvider time)
    {
        var query = ComplianceQuery.Of(context.Request.Query);
        if (!ReportPeriod.TryParse(query.Period, time.GetUtcNow(), out var period))
            return TypedResults.BadRequest("period is trailing, a year like 2026, or a month like 2026-10");

        var list = await ledger.AskAsync(period, query, context.RequestAborted);
        var listing = ComplianceListing.Of(list, query, inventory, rules, await PowerRatios.NowAsync(view) ?? PowerRatios.None);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"pue-{period.Text}.csv\"";
        return TypedResults.Text(ComplianceCsv.Of(listing), Csv);
    }
}
