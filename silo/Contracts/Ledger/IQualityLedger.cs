using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>What the data behind the figures is worth, and what to mend first.</summary>
public interface IQualityLedger
{
    /// <summary>Quality of the data of all classes over a period, by meter or room, facility and city.</summary>
    Task<QualityReport> QualityAsync(BusinessPeriod period, CancellationToken cancellationToken);
}
