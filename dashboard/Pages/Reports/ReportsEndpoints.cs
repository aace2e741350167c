using System.Text;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Signing;
using DcOps.Signing.Bundles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>What of a statement is taken away: the signed bundle, the page to print, each file, and the list as a table.</summary>
static class ReportsEndpoints
{
    const string PrintPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reports.csv", ListAsync);
        endpoints.MapGet("/reports/{id}/bundle.zip", BundleAsync);
        endpoints.MapGet("/reports/{id}/print", PrintAsync);
        endpoints.MapGet("/reports/{id}/files/{name}", FileAsync);
    }

    static async Task<IResult> ListAsync(
        IEnergyLedger ledger, TimeProvider time, string? scope, string? kind, CancellationToken cancellationToken)
    {
        var shelf = StatementShelf.Of(ledger, scope, kind);
        var csv = new CsvExport(
            "statements", time.GetUtcNow(), "statement", "scope", "period_kind", "period", "revision", "pue_ratio", "e_dc_wh", "e_it_wh",
            "completeness_ratio", "estimated_ratio", "filed_at_utc", "author", "manifest_sha256");
        foreach (var (filed, figure, _) in await shelf.WithFiguresAsync(await shelf.FiledAsync(cancellationToken), cancellationToken))
        {
            csv.Add(
                filed.Id, filed.Scope, KebabCase.Of(filed.Kind), ReportPeriod.Of(filed.Kind, filed.Period).Text, CsvExport.Of((long)filed.Revision),
                figure.Raw(), CsvExport.Of(figure?.FacilityEnergy.WattHours), CsvExport.Of(figure?.ItEnergy.WattHours),
                CsvExport.Of(figure?.Completeness.Value), CsvExport.Of(figure?.EstimatedShare.Value), CsvExport.Of(filed.FiledAt),
                filed.Author, filed.Manifest.Hex);
        }

        return csv;
    }

    static async Task<IResult> BundleAsync(
        IEnergyLedger ledger, IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        if (services.GetService<StatementSigner>() is not { } signer)
            return Results.Text("No signing key is configured: statements cannot be signed here.", statusCode: StatusCodes.Status503ServiceUnavailable);

        var files = await ledger.FilesAsync(id, cancellationToken);
        return files.IsEmpty
            ? Results.NotFound()
            : Results.Bytes(StatementBundle.Seal(files, signer).ToZip(), "application/zip", $"{id}.zip");
    }

    static async Task<IResult> PrintAsync(
        IEnergyLedger ledger, HttpContext context, Wording words, string id, CancellationToken cancellationToken)
    {
        var name = words.IsChinese ? StatementNames.PageZh : StatementNames.PageEn;
        var page = (await ledger.FilesAsync(id, cancellationToken)).FirstOrDefault(file => file.Name == name);
        if (page is null)
            return Results.NotFound();

        // The page is self-contained: its style stands in it, and it has no script.
        context.Response.Headers.ContentSecurityPolicy = PrintPolicy;
        return Results.Text(page.Text, "text/html; charset=utf-8", Encoding.UTF8);
    }

    static async Task<IResult> FileAsync(IEnergyLedger ledger, string id, string name, CancellationToken cancellationToken) =>
        (await ledger.FilesAsync(id, cancellationToken)).FirstOrDefault(file => file.Name == name) is { } file
            ? Results.Bytes(Encoding.UTF8.GetBytes(file.Text), "application/octet-stream", file.Name)
            : Results.NotFound();
}
