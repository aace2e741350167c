using DcOps.Domain.Facilities;
using DcOps.Domain.Green;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Carbon, water, renewables, and the register of low-efficiency sites.</summary>
public interface IGreenLedger
{
    /// <summary>One line per facility that has closed months in the period, in the order of the inventory.</summary>
    Task<ImmutableArray<GreenRow>> GreenAsync(ReportPeriod period, CancellationToken cancellationToken);

    /// <summary>
    /// A facility's energy over a period from its closed months, with what else its KPIs need. Null when nothing of it is closed, or
    /// there is no such facility.
    /// </summary>
    Task<FacilityPeriod?> EnergyAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken);

    /// <summary>Null when nothing of the period is closed, or there is no such facility.</summary>
    Task<GreenAssessment?> AssessmentAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken);

    /// <summary>What is declared of a facility by dated tables, whatever the period. Null when the inventory has no such facility.</summary>
    Task<GreenInputs?> InputsAsync(FacilityId facility, CancellationToken cancellationToken);

    /// <summary>Sites with enough traits, greatest saving first, each with its plan. Surveyed over the trailing year.</summary>
    Task<LowEfficiencyList> LowEfficiencyAsync(CancellationToken cancellationToken);

    /// <summary>The plan of a site; null when it was never listed.</summary>
    Task<ConsolidationPlan?> PlanAsync(FacilityId facility, CancellationToken cancellationToken);

    /// <summary>Keeps the next step of a plan; false when another step was kept meanwhile: read it again.</summary>
    /// <param name="plan">With exactly one step more than the one kept.</param>
    Task<bool> KeepPlanAsync(ConsolidationPlan plan, CancellationToken cancellationToken);
}
