using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>One facility with every indicator.</summary>
/// <param name="Energy">What they are computed from; null when no month of the period is closed.</param>
/// <param name="Kpis">In the order of <see cref="FacilityKpi.All"/>; each covers this facility alone.</param>
/// <param name="European">The set of Delegated Regulation (EU) 2024/1364; null when nothing is closed.</param>
public sealed record FacilityKpis(Facility Facility, FacilityPeriod? Energy, ImmutableArray<KpiRollup> Kpis, EuropeanReport? European);
