using DcOps.Domain.Ledger;

namespace DcOps.Contracts.Ledger;

/// <summary>Indicators of a period at every level.</summary>
/// <param name="At">When it was computed.</param>
/// <param name="Facilities">In the order of the inventory; those without a closed month too.</param>
/// <param name="Rollups">The province, then cities, groups and owners.</param>
public sealed record KpiList(ReportPeriod Period, DateTimeOffset At, ImmutableArray<FacilityKpis> Facilities, ImmutableArray<KpiPlace> Rollups);
