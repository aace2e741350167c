using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>A city, group, owner or the province with every indicator, each with what it covers.</summary>
/// <param name="Key">City code, group or owner as declared, province id.</param>
/// <param name="Kpis">In the order of <see cref="FacilityKpi.All"/>.</param>
public sealed record KpiPlace(RollupScope Scope, string Key, Designation Name, ImmutableArray<KpiRollup> Kpis);
