using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Every indicator at every level, from closed months.</summary>
sealed class KpiView(LedgerParts parts) : IKpiLedger
{
    public async Task<KpiList> KpisAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var measures = (await parts.MeasuresAsync(period, cancellationToken))
            .ToDictionary(measure => measure.Facility, measure => measure with { Energy = measure.Energy.With(parts.FactsOf(measure)) });
        ImmutableArray<FacilityKpis> facilities =
            [.. parts.Inventory.Facilities.Select(facility => Of(facility, measures.GetValueOrDefault(facility.Id)))];
        return new(
            period, parts.Now, facilities,
            [
                .. RollupKeys.Of(parts.Inventory, facilities, row => row.Facility, row => parts.DeclarationOf(row.Facility.Id))
                    .Select(each => new KpiPlace(each.Scope, each.Key, each.Name, RollUp([.. each.Rows.Select(row => measures.GetValueOrDefault(row.Facility.Id))]))),
            ]);
    }

    static FacilityKpis Of(Facility facility, PeriodMeasure? measure) => new(
        facility, measure?.Energy, RollUp([measure]), measure is null ? null : EuropeanReport.Of(measure.Energy, measure.Energy.Facts.Racks?.RatedPower));

    // A facility without a closed month is of the group and known of nothing.
    static ImmutableArray<KpiRollup> RollUp(List<PeriodMeasure?> facilities)
    {
        var known = facilities.OfType<PeriodMeasure>().ToList();
        var energies = known.ConvertAll(measure => measure.Energy);
        return
        [
            .. FacilityKpi.All.Select(kpi => KpiRollup.Of(kpi, energies)).Select(each => each with
            {
                Coverage = each.Coverage with { Facilities = facilities.Count },
                Accuracy = AccuracyOf(each, known),
            }),
        ];
    }

    static KpiAccuracy? AccuracyOf(KpiRollup figure, List<PeriodMeasure> facilities) => figure.Kpi switch
    {
        PowerUsageEffectiveness pue => PueAccuracy.Of(facilities, pue.Category),
        Dcie when figure.Value is { } value && facilities.Select(each => each.Energy.FirstCategory).OfType<PueCategory>().Distinct().ToList() is [var same]
            && PueAccuracy.Of(facilities, same) is { } pue => PueAccuracy.Inverse(pue, value),
        _ => null,
    };
}
