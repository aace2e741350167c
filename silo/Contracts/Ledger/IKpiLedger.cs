using DcOps.Domain.Ledger;

namespace DcOps.Contracts.Ledger;

/// <summary>Every key performance indicator at every level.</summary>
public interface IKpiLedger
{
    /// <summary>Every facility of the inventory, and cities, groups, owners and the province as ratios of sums. Of closed months alone.</summary>
    Task<KpiList> KpisAsync(ReportPeriod period, CancellationToken cancellationToken);
}
