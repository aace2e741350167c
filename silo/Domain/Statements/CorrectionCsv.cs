using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Statements;

/// <summary>
/// Accepted corrections as a canonical table: what was changed, why, on what evidence, and who stood for it.
/// </summary>
static class CorrectionCsv
{
    static readonly string[] Columns =
    [
        "id", "meter", "kind", "at", "to", "position", "serial", "energy_wh", "proposed_by", "proposed_at", "reason", "evidence",
        "accepted_by", "accepted_at", "note",
    ];

    /// <summary>Stands between two documents, so that none may have it in its name.</summary>
    public const char EvidenceSeparator = ';';

    public static string Header
    {
        get
        {
            var text = new StringBuilder();
            CsvText.AppendLine(text, Columns);
            return text.ToString();
        }
    }

    public static string Line(Correction correction)
    {
        var (claim, first, last, text) = (correction.Claim, correction.History[0], correction.History[^1], new StringBuilder());
        CsvText.AppendLine(
            text, correction.Id, claim.Meter, KebabCase.Of(claim.Kind), CanonicalText.Of(claim.At), CanonicalText.Of(claim.To),
            CanonicalText.Of(claim.Position), claim.Serial ?? "", claim.Energy is { } energy ? CanonicalText.Of(energy.WattHours) : "",
            first.Actor.Name, CanonicalText.Of(first.At), first.Note,
            string.Join(EvidenceSeparator, correction.Evidence.Select(each => $"{each.Digest} {each.Name}")), last.Actor.Name,
            CanonicalText.Of(last.At), last.Note);
        return text.ToString();
    }

    public static IEnumerable<Correction> Read(FacilityId facility, string text, List<CsvFault> faults)
    {
        foreach (var row in CsvTable.Read(StatementNames.Corrections, text, Columns, faults))
        {
            var kind = row.Choice<CorrectionKind>("kind");
            var (at, to) = (Instant(row, "at"), Instant(row, "to"));
            var energy = row.Parse<long>("energy_wh", "whole watt-hours", CanonicalText.TryWhole);
            var claim = new CorrectionClaim(
                facility, row.Required("meter"), kind ?? default, at ?? default, to,
                row.Parse<double>("position", "a number", CanonicalText.TryNumber), row.TextOrNull("serial"),
                energy is { } wattHours ? new Energy(wattHours) : null);
            if (claim.Fault is { } fault)
                row.Refuse("kind", fault);
            if (!row.IsFaulty)
                yield return new(row.Required("id"), claim, Evidence(row.Text("evidence")), [Proposal(row), Acceptance(row)]);
        }
    }

    static CorrectionStep Proposal(CsvRow row) => new(
        CorrectionState.Proposed, new(row.Text("proposed_by"), ActorRole.Operator), Instant(row, "proposed_at") ?? default,
        row.Text("reason"));

    static CorrectionStep Acceptance(CsvRow row) => new(
        CorrectionState.Accepted, new(row.Text("accepted_by"), ActorRole.Regulator), Instant(row, "accepted_at") ?? default,
        row.Text("note"));

    static ImmutableArray<CorrectionEvidence> Evidence(string cell) =>
    [
        .. cell.Split(EvidenceSeparator, StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(' ', 2))
            .Select(each => new CorrectionEvidence(each[^1], new(each[0]))),
    ];

    static DateTimeOffset? Instant(CsvRow row, string column) =>
        row.Parse<DateTimeOffset>(column, "an instant like 2026-03-01T16:00:00.0000000Z", CanonicalText.TryInstant);
}
