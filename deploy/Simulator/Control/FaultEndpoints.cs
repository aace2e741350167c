using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcOps.Simulator.Control;

/// <summary>Faults over HTTP.</summary>
static class FaultEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/truth/faults", (FaultJournal journal) => journal.All);
        routes.MapPost("/scenarios", Play);
        routes.MapGet("/faults", (FaultBoard board) => board.Standing);
        routes.MapPost("/faults", Put);
        routes.MapDelete("/faults", (FaultBoard board) => board.Clear(id: null));
        routes.MapDelete("/faults/{id:int}", Clear);
    }

    static Results<Ok<Fault>, BadRequest<string>> Put(FaultRequest request, FaultBoard board)
    {
        try
        {
            return TypedResults.Ok(board.Put(request));
        }
        catch (FaultRefusedException refused)
        {
            return TypedResults.BadRequest(refused.Message);
        }
    }

    static Results<Ok<ImmutableArray<Fault>>, BadRequest<string>> Play(ScenarioRequest request, FaultBoard board, ProvinceModel province)
    {
        try
        {
            return TypedResults.Ok(ScenarioBook.Of(request, province).Select(board.Put).ToImmutableArray());
        }
        catch (FaultRefusedException refused)
        {
            return TypedResults.BadRequest(refused.Message);
        }
    }

    static Results<Ok<int>, NotFound<string>> Clear(int id, FaultBoard board) =>
        board.Clear(id) is > 0 and var ended ? TypedResults.Ok(ended) : TypedResults.NotFound($"No fault {id} stands.");
}
