using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Components.Export;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>The list of corrections as a table to take away.</summary>
static class CorrectionsEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/corrections.csv", ListAsync);

    static async Task<IResult> ListAsync(
        IEnergyLedger ledger, TimeProvider time, string? facility, string? state, CancellationToken cancellationToken)
    {
        var csv = new CsvExport(
            "corrections", time.GetUtcNow(), "correction", "state", "facility", "meter", "kind", "at_utc", "to_utc", "position_wh", "serial",
            "energy_wh", "proposed_by", "proposed_at_utc", "reason", "evidence", "last_by", "last_at_utc", "note");
        foreach (var each in await CorrectionQuery.Of(facility, state).ReadAsync(ledger, cancellationToken))
        {
            var (claim, first, last) = (each.Claim, each.History[0], each.History[^1]);
            csv.Add(
                each.Id, KebabCase.Of(each.State), claim.Facility.Value, claim.Meter, KebabCase.Of(claim.Kind), CsvExport.Of(claim.At),
                CsvExport.Of(claim.To), CsvExport.Of(claim.Position), claim.Serial ?? "", CsvExport.Of(claim.Energy?.WattHours),
                first.Actor.Name, CsvExport.Of(first.At), first.Note,
                string.Join("; ", each.Evidence.Select(document => $"{document.Digest} {document.Name}")), last.Actor.Name,
                CsvExport.Of(last.At), last.Note);
        }

        return csv;
    }
}
