using DcOps.Contracts;
using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ledger;

/// <summary>Where the import command sends parts of files. Only from this machine: nobody has signed in here.</summary>
static class ImportEndpoints
{
    const string LineHeader = "X-First-Line";

    public static void MapImport(this WebApplication app)
    {
        app.MapPost("/ledger/import/{kind}/{facility}", ImportAsync);
        app.MapPost("/ledger/close/{facility}", CloseAsync);
    }

    static async Task<IResult> ImportAsync(
        string kind, string facility, string file, bool dryRun, HttpContext context, ReadingImport import, CancellationToken cancellationToken)
    {
        if (IsFromElsewhere(context) || !FacilityId.TryParse(facility, out var id) || kind is not ("readings" or "weather"))
            return Results.NotFound();

        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        var firstLine = int.TryParse(context.Request.Headers[LineHeader], out var line) ? line : 2;
        try
        {
            return Results.Json(kind == "weather"
                ? await import.WeatherAsync(id, file, text, dryRun, cancellationToken)
                : await import.ReadingsAsync(id, file, text, firstLine, dryRun, cancellationToken));
        }
        catch (Exception fault) when (fault is HistoryUnavailableException or ArchiveUnavailableException)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    static async Task<IResult> CloseAsync(string facility, HttpContext context, IGrainFactory grains)
    {
        if (IsFromElsewhere(context) || !FacilityId.TryParse(facility, out var id))
            return Results.NotFound();

        return await grains.GetGrain<ILedgerGrain>(id.Value).CloseDue() is { } closed
            ? Results.Json(new { closed })
            : Results.Text("The store is away, or rows still wait for it.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    public static bool IsFromElsewhere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address);
}
