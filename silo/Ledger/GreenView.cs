using DcOps.Contracts.Ledger;
using DcOps.Domain.Facilities;
using DcOps.Domain.Green;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger;

/// <summary>Carbon, water, renewables and low efficiency, from closed months.</summary>
sealed class GreenView(LedgerParts parts) : IGreenLedger
{
    const string GreenPack = "green-data-centre";

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    public async Task<ImmutableArray<GreenRow>> GreenAsync(ReportPeriod period, CancellationToken cancellationToken) =>
    [
        .. (await parts.MeasuresAsync(period, cancellationToken)).Select(measure => GreenRow.Of(measure.Facility, measure.Energy.With(parts.FactsOf(measure)))),
    ];

    public async Task<FacilityPeriod?> EnergyAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken)
    {
        var months = (await parts.Records.MonthsAsync(facility, period.Period, cancellationToken)).Select(month => month.Measure).ToList();
        return LedgerParts.MeasureOf(months, period) is { } measure ? measure.Energy.With(parts.FactsOf(measure)) : null;
    }

    public async Task<GreenAssessment?> AssessmentAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken)
    {
        var months = (await parts.Records.MonthsAsync(facility, period.Period, cancellationToken)).Select(month => month.Measure).ToList();
        if (LedgerParts.MeasureOf(months, period) is not { } measure)
            return null;

        var profile = parts.DeclarationOf(facility).Profile;
        var measured = new Dictionary<RuleIndicator, RuleMeasurement>(parts.IndicatorsOf(measure, await parts.YearBeforeAsync(facility, period.Period, cancellationToken)));
        if (measure.Energy.FirstCategory is { } category)
        {
            var judged = FacilityCompliance.Of(measure, category, profile, parts.Settings.Rules, measured, Calendar);
            measured[RuleIndicator.AnnualRatio] = judged.Annual;
            if (judged is { Grade: { } grade, Annual.Doubt: null })
                measured[RuleIndicator.EfficiencyGrade] = GreenAssessment.Grade(grade);
        }

        return GreenAssessment.Of(parts.Settings.Rules[GreenPack], profile, measured, ImmutableDictionary<string, decimal>.Empty);
    }

    public Task<GreenInputs?> InputsAsync(FacilityId facility, CancellationToken cancellationToken) =>
        Task.FromResult(parts.Inventory.TryGet(facility, out _) ? parts.Settings.Inputs.Of(facility) : null);

    public async Task<LowEfficiencyList> LowEfficiencyAsync(CancellationToken cancellationToken)
    {
        var period = ReportPeriod.TrailingYear(parts.Now, parts.Policy);
        var plans = await parts.Desk.PlansAsync(null, cancellationToken);
        if (parts.Settings.Criteria is not { } criteria)
            return new(period, parts.Now, null, parts.Settings.TargetRatio, [], plans);

        var measures = (await parts.MeasuresAsync(period, cancellationToken)).ToDictionary(measure => measure.Facility);
        var surveys = parts.Inventory.Facilities.Select(facility => SurveyOf(facility.Id, measures.GetValueOrDefault(facility.Id)));
        return new(
            period, parts.Now, criteria, parts.Settings.TargetRatio,
            LowEfficiencySite.Register(surveys, Calendar.LocalDate(parts.Now), criteria, parts.Settings.TargetRatio), plans);
    }

    public async Task<ConsolidationPlan?> PlanAsync(FacilityId facility, CancellationToken cancellationToken) =>
        (await parts.Desk.PlansAsync(facility, cancellationToken)).FirstOrDefault();

    public Task<bool> KeepPlanAsync(ConsolidationPlan plan, CancellationToken cancellationToken) => parts.Desk.KeepAsync(plan, cancellationToken);

    SiteSurvey SurveyOf(FacilityId facility, PeriodMeasure? measure)
    {
        var declared = parts.DeclarationOf(facility);
        var figure = measure?.Energy.FirstCategory is { } category ? PueFigure.Of(measure.Energy, category, 0) : null;
        return new(
            facility, figure is { Value: not null } known ? ExactRatio.Of(known.FacilityEnergy, known.ItEnergy) : null, OccupancyOf(facility),
            declared.Profile.StandardRacks, declared.Profile.CommissionedOn, declared.IsConvertible, figure?.FacilityEnergy,
            figure?.ItEnergy);
    }

    // As the racks were counted last.
    Ratio? OccupancyOf(FacilityId facility) =>
        parts.Settings.Inputs.Of(facility).Racks is [.., { Counts: { Installed: > 0 } counts }] ? new((double)counts.InService / counts.Installed) : null;
}
