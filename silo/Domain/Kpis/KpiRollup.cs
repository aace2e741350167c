using DcOps.Domain.Facilities;
using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>A KPI of a city, group, owner or the province: the ratio of the sums, with what it covers.</summary>
/// <param name="Terms">Sums over the facilities that have what the formula needs; null when none has.</param>
public sealed record KpiRollup(FacilityKpi Kpi, KpiTerms? Terms, KpiCoverage Coverage)
{
    /// <summary>Null where nobody can tell it: for what is no PUE.</summary>
    public KpiAccuracy? Accuracy { get; init; }

    /// <summary>Null when no facility has what the formula needs.</summary>
    public double? Value => Terms?.Value;

    public static KpiRollup Of(FacilityKpi kpi, IReadOnlyCollection<FacilityPeriod> facilities)
    {
        KpiTerms? sum = null;
        var known = 0;
        var (covered, all) = (0L, 0L);
        foreach (var facility in facilities)
        {
            var it = facility.ItEnergy?.WattHours ?? 0;
            all += it;
            if (kpi.TermsOf(facility) is not { } terms)
                continue;

            sum = sum is { } before ? before + terms : terms;
            known++;
            covered += it;
        }

        return new(kpi, sum, new(facilities.Count, known, all > 0 ? new Ratio((double)covered / all) : null));
    }

    /// <summary>One figure per key, keys in order of first appearance.</summary>
    public static ImmutableArray<(TKey Key, KpiRollup Rollup)> By<TKey>(
        FacilityKpi kpi, IEnumerable<(TKey Key, FacilityPeriod Period)> facilities)
        where TKey : notnull =>
        [.. facilities.GroupBy(each => each.Key).Select(group => (group.Key, Of(kpi, [.. group.Select(each => each.Period)])))];
}
