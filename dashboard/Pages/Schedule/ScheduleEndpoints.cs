using System.Text;
using DcOps.Contracts.Scheduling;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>A plan as tables to take away.</summary>
static class ScheduleEndpoints
{
    public static void MapSchedule(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/schedule/plans/{id}/placements.csv", PlacementsAsync);
        endpoints.MapGet("/schedule/plans/{id}/reasons.csv", ReasonsAsync);
        endpoints.MapGet("/schedule/plans/{id}/summary.csv", SummaryAsync);
        endpoints.MapGet("/schedule/plans/{id}/pools.csv", PoolsAsync);
        endpoints.MapGet("/schedule/plans/{id}/truth.csv", TruthAsync);
        endpoints.MapGet("/schedule/dispatch.csv", DispatchCsv.Of);
        endpoints.MapGet("/schedule/plans/{id}/advice.csv", AdviceCsv.OfAsync);
    }

    static Task<IResult> PlacementsAsync(string id, [FromServices] IPlanDesk desk, CancellationToken cancellationToken) =>
        OfAsync(id, "placements", desk, open => PlanReport.Placements(open.Plan), cancellationToken);

    static Task<IResult> ReasonsAsync(string id, [FromServices] IPlanDesk desk, CancellationToken cancellationToken) =>
        OfAsync(id, "reasons", desk, open => PlanReport.Reasons(open.Plan), cancellationToken);

    static Task<IResult> SummaryAsync(string id, [FromServices] IPlanDesk desk, CancellationToken cancellationToken) =>
        OfAsync(id, "summary", desk, open => PlanSummary.Of(open.Plan, open.Baselines).ToCsv(), cancellationToken);

    static async Task<IResult> PoolsAsync(string id, [FromServices] IPlanDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(id, cancellationToken) is not { } open)
            return Results.NotFound();

        var input = open.Plan.Input;
        var csv = new CsvExport(
            $"{id}-pools", open.Life.MadeAt, "facility", "kind", "room_units", "room_kw", "fullest_at_utc", "bound_by", "power_share_ratio",
            "marginal_pue_ratio", "average_pue_ratio");
        foreach (var use in open.Pools)
        {
            var pool = input.Pools[use.Pool];
            csv.Add(
                input.Facilities[pool.Facility].Id.Value, KebabCase.Of(pool.Kind), CsvExport.Of(use.RoomUnits),
                CsvExport.Of(use.RoomUnits * pool.KwPerUnit), CsvExport.Of(input.StartsAt + (input.Step * use.FullestSlot)),
                use.IsPowerBound ? "power" : "units", CsvExport.Of(use.PowerShare), CsvExport.Of(use.MarginalPue), CsvExport.Of(use.AveragePue));
        }

        return csv;
    }

    static async Task<IResult> TruthAsync(string id, [FromServices] IPlanDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(id, cancellationToken) is not { } open)
            return Results.NotFound();

        var csv = new CsvExport(
            $"{id}-truth", open.Life.MadeAt, "facility", "state", "seen_utc", "peak_kw", "limit_kw", "bound_by", "base_from", "marginal_pue_ratio",
            "average_pue_ratio", "r_squared_ratio", "fitted_points");
        foreach (var note in open.Truth)
        {
            csv.Add(
                note.Facility, KebabCase.Of(note.State), CsvExport.Of(note.LastSeen), CsvExport.Of(note.PeakKw), CsvExport.Of(note.LimitKw),
                note.BoundBy, KebabCase.Of(note.BaseFrom), CsvExport.Of(note.MarginalPue), CsvExport.Of(note.AveragePue),
                CsvExport.Of(note.RSquared), CsvExport.Of(note.Points));
        }

        return csv;
    }

    static async Task<IResult> OfAsync(
        string id, string name, IPlanDesk desk, Func<OpenPlan, string> text, CancellationToken cancellationToken) =>
        await desk.OpenAsync(id, cancellationToken) is { } open
            ? Results.File(Encoding.UTF8.GetBytes(text(open)), "text/csv; charset=utf-8", $"{id}-{name}.csv")
            : Results.NotFound();
}
