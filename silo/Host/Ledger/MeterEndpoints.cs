using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ledger;

/// <summary>Where the command <c>meters apply</c> reads and changes the registry in force. Only from this machine: nobody has signed in here.</summary>
static class MeterEndpoints
{
    const string Path = "/ledger/meters";

    /// <param name="Number">Of the revision; 0 is what the configuration declared.</param>
    /// <param name="Table">The registry as CSV.</param>
    sealed record Registry(int Number, string Table);

    /// <param name="Basis">Revision that the proposer looked at.</param>
    sealed record Proposal(string File, string Table, int Basis, string Name, string Reason);

    public static void MapMeterRegistry(this WebApplication app)
    {
        app.MapGet(Path, ReadAsync);
        app.MapPost(Path, ApplyAsync);
    }

    static async Task<IResult> ReadAsync(HttpContext context, IEnergyLedger ledger, CancellationToken cancellationToken)
    {
        if (ImportEndpoints.IsFromElsewhere(context))
            return Results.NotFound();

        try
        {
            var inForce = await ledger.MetersAsync(cancellationToken);
            return Results.Json(new Registry(inForce.Number, MeterCsv.Write(inForce.Registry)));
        }
        catch (ArchiveUnavailableException fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    static async Task<IResult> ApplyAsync(
        HttpContext context, Proposal proposal, IEnergyLedger ledger, Inventory inventory, CancellationToken cancellationToken)
    {
        if (ImportEndpoints.IsFromElsewhere(context))
            return Results.NotFound();
        if (string.IsNullOrWhiteSpace(proposal.Name) || string.IsNullOrWhiteSpace(proposal.Reason))
            return Results.BadRequest("A change of the registry needs a name and a reason.");
        if (MeterCsv.Read(proposal.File, proposal.Table, out var faults) is not { } proposed)
            return Results.BadRequest(string.Join('\n', faults));

        var strangers = proposed.Entries.Select(entry => entry.Facility).Distinct().Where(facility => !inventory.TryGet(facility, out _)).ToList();
        if (strangers.Count > 0)
            return Results.BadRequest($"{proposal.File}: the inventory has no data centre {string.Join(", ", strangers)}.");

        try
        {
            return await ledger.ApplyAsync(proposed, proposal.Basis, proposal.Name, proposal.Reason, cancellationToken) is { } applied
                ? Results.Json(new Registry(applied.Number, MeterCsv.Write(applied.Registry)))
                : Results.Conflict("Another registry was put in force meanwhile: compare again.");
        }
        catch (ArchiveUnavailableException fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
