using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>What the list's address asks the ledger for; everything else in it is looked for in the answer.</summary>
static class AskedList
{
    public static Task<ComplianceList> AskAsync(
        this IEnergyLedger ledger, ReportPeriod period, ComplianceQuery query, CancellationToken cancellationToken) =>
        query.Category is { } category
            ? ledger.ComplianceAsync(period, category, cancellationToken)
            : ledger.ComplianceAsync(period, cancellationToken);
}
