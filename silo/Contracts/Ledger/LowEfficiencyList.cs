using DcOps.Domain.Green;
using DcOps.Domain.Ledger;

namespace DcOps.Contracts.Ledger;

/// <summary>The register of low-efficiency sites (老旧小散).</summary>
/// <param name="Criteria">What listed them; null when the authority has set none, and then nothing is listed.</param>
/// <param name="TargetRatio">Ratio that savings are counted against, and that a site rebuilt in place must reach.</param>
/// <param name="Plans">All plans ever begun, those of sites no longer listed included; by facility.</param>
public sealed record LowEfficiencyList(
    ReportPeriod Period,
    DateTimeOffset At,
    LowEfficiencyCriteria? Criteria,
    decimal TargetRatio,
    ImmutableArray<LowEfficiencySite> Sites,
    ImmutableArray<ConsolidationPlan> Plans);
