using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Quality;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>The tables of the page, each to take away.</summary>
static class QualityEndpoints
{
    static readonly string[] Measures =
        ["lateness_p95_seconds", "clock_skew_seconds", "out_of_range_ratio", "duplicates_ratio", "records_expected", "records_received"];

    public static void MapQuality(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/quality.csv", RowsAsync);
        endpoints.MapGet("/quality/matrix.csv", MatrixAsync);
        endpoints.MapGet("/quality/points.csv", PointsAsync);
        endpoints.MapGet("/quality/suspicions.csv", SuspicionsAsync);
        endpoints.MapGet("/quality/{facilityCode}/{roomCode}/racks.csv", RacksAsync);
    }

    static async Task<IResult> RowsAsync(
        IEnergyLedger ledger, TimeProvider time, HttpRequest request, CancellationToken cancellationToken)
    {
        var asked = AskedOf(request, time);
        var report = await ledger.QualityAsync(asked.Period.Period, cancellationToken);
        var csv = new CsvExport(
            $"quality-{asked.Period.Text}", report.At,
            [
                "period", "city", "facility", "meter", "class",
                .. Enum.GetValues<QualityDimension>().Select(dimension => $"{KebabCase.Of(dimension)}_ratio"), "score_0_to_100", .. Measures,
            ]);
        foreach (var row in asked.RowsOf(report))
        {
            csv.Add(
            [
                asked.Period.Text, row.City.Value, row.Facility?.Value ?? "", row.Meter ?? "", KebabCase.Of(row.Class),
                .. row.Score.Dimensions.Select(share => CsvExport.Of(share?.Value)), CsvExport.Of(row.Score.Points), .. MeasuresOf(row.Tally, row.Score, row.Timing),
            ]);
        }

        return csv;
    }

    static async Task<IResult> RacksAsync(
        string facilityCode, string roomCode, string? day, RoomQualityView view, Inventory inventory, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!RoomId.TryParse($"{facilityCode}/{roomCode}", out var id) || !inventory.TryGet(id, out var room) || view.DayOf(day) is not { } asked)
            return Results.NotFound();
        if (await view.OfAsync(room, asked, cancellationToken) is not { } racks)
            return Results.Text("history cannot be read", statusCode: StatusCodes.Status503ServiceUnavailable);

        var date = CsvExport.Of(BusinessCalendar.Shanghai.LocalDate(asked.From));
        var csv = new CsvExport(
            $"quality-{facilityCode}-{roomCode}-{date}", time.GetUtcNow(), "day", "rack", "minutes_due", "minutes_with_power", "minutes_with_inlet",
            "completeness_ratio", "minutes_measured", "minutes_estimated", "minutes_unknown", "longest_gap_minutes", "last_minute_utc");
        foreach (var row in racks)
        {
            csv.Add(
                date, row.Rack.Value, CsvExport.Of((long)row.Due), CsvExport.Of((long)row.Power), CsvExport.Of((long?)row.Inlet),
                CsvExport.Of(row.Completeness?.Value), CsvExport.Of((long)row.Measured), CsvExport.Of((long)row.Estimated), CsvExport.Of((long)row.Unknown),
                CsvExport.Of((long)row.LongestGap.TotalMinutes), CsvExport.Of(row.Last));
        }

        return csv;
    }

    static async Task<IResult> MatrixAsync(
        IEnergyLedger ledger, TimeProvider time, HttpRequest request, CancellationToken cancellationToken)
    {
        var asked = AskedOf(request, time);
        var report = await ledger.QualityAsync(asked.Period.Period, cancellationToken);
        var csv = new CsvExport(
            $"quality-matrix-{asked.Period.Text}", report.At,
            ["period", "city", "class", "facilities", "points", "completeness_ratio", "score_0_to_100", .. Measures]);
        foreach (var cell in report.Matrix)
        {
            csv.Add(
            [
                asked.Period.Text, cell.City.Value, KebabCase.Of(cell.Class), CsvExport.Of((long)cell.Facilities), CsvExport.Of(cell.Tally.Points),
                CsvExport.Of(cell.Score[QualityDimension.Completeness]?.Value), CsvExport.Of(cell.Score.Points), .. MeasuresOf(cell.Tally, cell.Score, cell.Timing),
            ]);
        }

        return csv;
    }

    static async Task<IResult> PointsAsync(
        IEnergyLedger ledger, TimeProvider time, HttpRequest request, CancellationToken cancellationToken)
    {
        var asked = AskedOf(request, time);
        var report = await ledger.QualityAsync(asked.Period.Period, cancellationToken);
        var csv = new CsvExport(
            $"quality-points-{asked.Period.Text}", report.At,
            [
                "period", "city", "facility", "point", "class", "repair_step", "facilities_unlocked", "completeness_ratio", "score_0_to_100", .. Measures,
            ]);
        foreach (var (row, step, unlocks) in asked.PointsOf(report))
        {
            csv.Add(
            [
                asked.Period.Text, row.City.Value, row.Facility?.Value ?? "", ComplianceCsv.Words(row.Meter), KebabCase.Of(row.Class),
                CsvExport.Of((long?)step), CsvExport.Of((long)unlocks), CsvExport.Of(row.Score[QualityDimension.Completeness]?.Value),
                CsvExport.Of(row.Score.Points), .. MeasuresOf(row.Tally, row.Score, row.Timing),
            ]);
        }

        return csv;
    }

    static async Task<IResult> SuspicionsAsync(
        IEnergyLedger ledger, Inventory inventory, TimeProvider time, HttpRequest request, CancellationToken cancellationToken)
    {
        var asked = AskedOf(request, time);
        var report = await ledger.QualityAsync(asked.Period.Period, cancellationToken);
        var csv = new CsvExport($"quality-suspicions-{asked.Period.Text}", report.At, "period", "facility", "point", "kind", "from_utc", "to_utc", "seen");
        foreach (var each in asked.SuspicionsOf(report, inventory))
        {
            csv.Add(
                asked.Period.Text, each.Facility.Value, ComplianceCsv.Words(each.Meter), KebabCase.Of(each.Kind), CsvExport.Of(each.From),
                CsvExport.Of(each.To), ComplianceCsv.Words(each.Detail));
        }

        return csv;
    }

    static QualityQuery AskedOf(HttpRequest request, TimeProvider time) => QualityQuery.Of(
        request.Query["period"], request.Query["class"], request.Query["city"], request.Query["dc"], time.GetUtcNow());

    static string[] MeasuresOf(in PointTally tally, QualityScore score, QualityTiming? timing)
    {
        var counted = tally;
        return
        [
            .. new[] { QualityMetric.Lateness, QualityMetric.ClockSkew, QualityMetric.OutOfRange, QualityMetric.Duplicates }
                .Select(metric => CsvExport.Of(MetricValue.Of(metric, counted, score, timing).Value)),
            CsvExport.Of(tally.Expected), CsvExport.Of(tally.Received),
        ];
    }
}
