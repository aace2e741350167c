using DcOps.Domain.Ledger;

namespace DcOps.Contracts.Ledger;

/// <summary>The province under its rules over a period.</summary>
/// <param name="At">As of when, UTC: one answer is one snapshot.</param>
/// <param name="Rows">Deciding outcome first (over, insufficient, marginal, compliant, none), then excess, then facility.</param>
/// <param name="Rollups">The province first, then cities, groups and owners, each in order of first appearance.</param>
/// <param name="Rules">Packs applied with their versions, as in <c>gb-40879 2021.1</c>.</param>
public sealed record ComplianceList(
    ReportPeriod Period,
    DateTimeOffset At,
    ImmutableArray<ComplianceRow> Rows,
    ImmutableArray<ComplianceRollup> Rollups,
    ImmutableArray<string> Rules);
