using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Facilities against the rules.</summary>
public interface IComplianceLedger
{
    /// <summary>Every facility of the inventory over a period, with roll-ups as ratios of sums. Of closed months alone.</summary>
    Task<ComplianceList> ComplianceAsync(ReportPeriod period, CancellationToken cancellationToken);

    /// <summary>The same at one category: facilities that do not declare it have no figure.</summary>
    Task<ComplianceList> ComplianceAsync(ReportPeriod period, PueCategory category, CancellationToken cancellationToken);

    /// <summary>One facility over a period, read from its own closed months: one row and no roll-ups; no row when the inventory has no such facility.</summary>
    Task<ComplianceList> ComplianceAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken);

    /// <summary>
    /// "Who fails if the line moves": the trailing years that end with each closed month, judged with the rule's limit and with
    /// another; worst excess first. The newest year of each facility is the one that counts today.
    /// </summary>
    /// <param name="months">How many month ends to look back over, at least 1.</param>
    /// <exception cref="KeyNotFoundException">No such pack or rule.</exception>
    Task<ImmutableArray<MovedLine>> MoveLineAsync(
        string pack, string rule, decimal limit, int months, CancellationToken cancellationToken);
}
