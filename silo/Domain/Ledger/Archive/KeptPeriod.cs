using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger.Archive;

/// <summary>One revision of a closed period as it is kept.</summary>
sealed record KeptPeriod(BusinessPeriod Period, PeriodTotals Totals);
