using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Quality;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>The matrix that is looked at, as a table to take away.</summary>
static class QualityEndpoints
{
    public static void MapQuality(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/quality.csv", MatrixAsync);

    static async Task<IResult> MatrixAsync(
        IEnergyLedger ledger, TimeProvider time, HttpRequest request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var asked = QualityQuery.Of(query["period"], query["class"], query["city"], query["dc"], time.GetUtcNow());
        var report = await ledger.QualityAsync(asked.Period.Period, cancellationToken);
        var csv = new CsvExport(
            $"quality-{asked.Period.Text}", report.At,
            [
                "period", "city", "facility", "meter", "class",
                .. Enum.GetValues<QualityDimension>().Select(dimension => $"{KebabCase.Of(dimension)}_ratio"), "score_0_to_100", "records_expected",
                "records_received",
            ]);
        foreach (var row in asked.RowsOf(report))
        {
            csv.Add(
            [
                asked.Period.Text, row.City.Value, row.Facility?.Value ?? "", row.Meter ?? "", KebabCase.Of(row.Class),
                .. row.Score.Dimensions.Select(share => CsvExport.Of(share?.Value)), CsvExport.Of(row.Score.Points), CsvExport.Of(row.Tally.Expected),
                CsvExport.Of(row.Tally.Received),
            ]);
        }

        return csv;
    }
}
