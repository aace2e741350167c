using DcOps.Domain.Kpis;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>One facility of the compliance list.</summary>
/// <param name="Facility">Inventory's entry; its id, city and name.</param>
/// <param name="Declaration">Profile, owner and groups.</param>
/// <param name="Compliance">Null when nothing of the period is closed.</param>
/// <param name="Recent">PUE of the last 30 closed days at the same category; null when none is closed.</param>
/// <param name="Revision">Highest revision among the months that the figure rests on; 0 without any.</param>
public sealed record ComplianceRow(
    Facility Facility, FacilityDeclaration Declaration, FacilityCompliance? Compliance, PueFigure? Recent, int Revision)
{
    /// <summary>Null when no rule decides: nothing is closed, no figure, or no rule applies.</summary>
    public RuleOutcome? Outcome => Compliance?.Deciding?.Outcome;
}
