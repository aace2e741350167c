using DcOps.Grains.Checkpoints;
using DcOps.Grains.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcOps.Silo.Host.Composition;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can give receipts, with what is missing when it cannot.</summary>
static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => TypedResults.Text("alive"));
        endpoints.MapGet("/readyz", Ready);
    }

    static JsonHttpResult<ReadyState> Ready(
        OwnerAwakening owners, CheckpointWriter checkpoints, IDeliveryJournal journal, IHostApplicationLifetime lifetime)
    {
        var state = new ReadyState(
            owners.IsDone && checkpoints.Fault is null && !lifetime.ApplicationStopping.IsCancellationRequested,
            owners.Awake,
            owners.Expected,
            checkpoints.Fault,
            journal.Fault,
            lifetime.ApplicationStopping.IsCancellationRequested);
        return TypedResults.Json(
            state, statusCode: state.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
