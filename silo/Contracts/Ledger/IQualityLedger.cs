using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>What the data behind the figures is worth, and what to mend first.</summary>
public interface IQualityLedger
{
    /// <summary>Quality of the meters' data over a period, by facility and city.</summary>
    Task<QualityReport> QualityAsync(BusinessPeriod period, CancellationToken cancellationToken);
}
