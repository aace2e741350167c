using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger;

/// <summary>Cities, groups, owners and the province as ratios of sums over the rows of a list.</summary>
static class ComplianceRollups
{
    public static ImmutableArray<ComplianceRollup> Of(
        Inventory inventory, ImmutableArray<ComplianceRow> rows, IReadOnlyDictionary<FacilityId, PeriodMeasure> measures)
    {
        var places = inventory.Facilities.Select((facility, index) => (facility.Id, index)).ToDictionary(each => each.Id, each => each.index);
        return
        [
            .. RollupKeys.Of(inventory, [.. rows.OrderBy(row => places[row.Facility.Id])], row => row.Facility, row => row.Declaration)
                .Select(each => Of(each.Scope, each.Key, each.Name, each.Rows, measures)),
        ];
    }

    static ComplianceRollup Of(
        RollupScope scope, string key, Designation name, List<ComplianceRow> rows,
        IReadOnlyDictionary<FacilityId, PeriodMeasure> measures)
    {
        var category = rows.Select(row => row.Compliance?.Figure?.Category).OfType<PueCategory>()
            .GroupBy(each => each).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => (PueCategory?)group.Key).FirstOrDefault();
        var figures = rows.Select(row => row.Compliance?.Figure).OfType<PueFigure>().ToList();
        var own = figures.FindAll(figure => figure.Category == category && figure.Value is not null);
        var (facility, it) = (Sum(own, figure => figure.FacilityEnergy), Sum(own, figure => figure.ItEnergy));
        var all = Sum(figures, figure => figure.ItEnergy);
        return new(
            scope, key, name, category, ExactRatio.Of(facility, it), facility, it,
            new(rows.Count, own.Count, all > Energy.Zero ? it / all : null),
            [.. Enum.GetValues<RuleOutcome>().Select(outcome => rows.Count(row => row.Outcome == outcome))],
            rows.Sum(row => row.Declaration.Profile.StandardRacks ?? 0))
        {
            Accuracy = category is { } same
                ? PueAccuracy.Of(rows.Select(row => measures.GetValueOrDefault(row.Facility.Id)).OfType<PeriodMeasure>(), same)
                : null,
        };
    }

    static Energy Sum(List<PueFigure> figures, Func<PueFigure, Energy> of) => new(figures.Sum(figure => of(figure).WattHours));
}
