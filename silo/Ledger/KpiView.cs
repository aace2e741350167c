using DcOps.Contracts.Ledger;
using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Every indicator at every level, from closed months.</summary>
sealed class KpiView(LedgerParts parts) : IKpiLedger
{
    public async Task<KpiList> KpisAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var energies = (await parts.MeasuresAsync(period, cancellationToken))
            .ToDictionary(measure => measure.Facility, measure => measure.Energy.With(parts.FactsOf(measure)));
        ImmutableArray<FacilityKpis> facilities =
            [.. parts.Inventory.Facilities.Select(facility => Of(facility, energies.GetValueOrDefault(facility.Id)))];
        return new(
            period, parts.Now, facilities,
            [
                .. RollupKeys.Of(parts.Inventory, facilities, row => row.Facility, row => parts.DeclarationOf(row.Facility.Id))
                    .Select(each => new KpiPlace(each.Scope, each.Key, each.Name, RollUp(each.Rows))),
            ]);
    }

    static FacilityKpis Of(Facility facility, FacilityPeriod? energy) => new(
        facility, energy, RollUp([energy], 1), energy is null ? null : EuropeanReport.Of(energy, energy.Facts.Racks?.RatedPower));

    static ImmutableArray<KpiRollup> RollUp(List<FacilityKpis> rows) => RollUp([.. rows.Select(row => row.Energy)], rows.Count);

    // A facility without a closed month is of the group and known of nothing.
    static ImmutableArray<KpiRollup> RollUp(IReadOnlyCollection<FacilityPeriod?> energies, int facilities)
    {
        var known = energies.OfType<FacilityPeriod>().ToList();
        return [.. FacilityKpi.All.Select(kpi => KpiRollup.Of(kpi, known)).Select(each => each with { Coverage = each.Coverage with { Facilities = facilities } })];
    }
}
