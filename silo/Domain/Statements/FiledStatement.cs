using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Statements;

/// <summary>A statement as it was filed.</summary>
/// <param name="Id">As in <c>NJ-01-2026-10-r2</c>: scope, period, revision.</param>
/// <param name="Scope">A facility's id, or the province's.</param>
/// <param name="Revision">Of the closed period that it froze.</param>
/// <param name="Manifest">Digest of the manifest file: what a signature covers.</param>
public sealed record FiledStatement(
    string Id, string Scope, PeriodKind Kind, BusinessPeriod Period, int Revision, DateTimeOffset FiledAt, string Author, Digest Manifest)
{
    public static string IdOf(string scope, PeriodKind kind, BusinessPeriod period, int revision) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{scope}-{ReportPeriod.Of(kind, period).Text}-r{revision}");
}
