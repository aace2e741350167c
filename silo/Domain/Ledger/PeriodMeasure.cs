using System.Globalization;
using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// A facility's period with all that a verdict needs: energy, bounds of what is missing, accuracy of the meters, balances.
/// Months add up to years, so that a year is judged without reading its registers again.
/// </summary>
/// <param name="Covered">How much of the period was measured: less where a part is not closed yet.</param>
/// <param name="Policy">Name of the policy that bounded the gaps.</param>
/// <param name="Categories">Declared categories, category 1 first.</param>
/// <param name="Balances">By parent meter.</param>
public sealed record PeriodMeasure(
    FacilityId Facility,
    BusinessPeriod Period,
    TimeSpan Covered,
    string Policy,
    FacilityPeriod Energy,
    ImmutableArray<CategoryMeasure> Categories,
    ImmutableArray<MeterShare> Shares,
    ImmutableArray<BalanceWatch> Balances)
{
    /// <summary>Null when the boundary does not declare the category.</summary>
    public CategoryMeasure? this[PueCategory category] => Categories.FirstOrDefault(each => each.Category == category);

    /// <summary>What of the period is not covered, as one clause.</summary>
    public string Uncovered => string.Create(
        CultureInfo.InvariantCulture, $"{Covered.TotalDays:0} of {Period.Length.TotalDays:0} days are closed");

    public static PeriodMeasure Of(FacilityBook book, BusinessPeriod period, GapPolicy policy) =>
        Of(book, book.SeriesOf(period), period, policy);

    /// <param name="series">By meter, 15-minute intervals, covering the period.</param>
    public static PeriodMeasure Of(
        FacilityBook book, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period, GapPolicy policy)
    {
        var (registry, calendar) = (book.Registry, book.Calendar);
        var energy = FacilityFold.Of(book.Facility, registry, series, period, calendar);
        var runs = registry.RunsOf(book.Facility, period, calendar).ToList();
        return new(
            book.Facility, period, period.Length, policy.Name, energy,
            [
                .. energy.Categories.Select(category => new CategoryMeasure(
                    category, BoundsOf(category.ItRole(), policy), BoundsOf(category.ItRole(), policy.Strict))),
            ],
            [
                .. runs.SelectMany(run => run.Boundary.Roles.SelectMany(role => run.Boundary.Of(role).Select(meter => new MeterShare(
                        meter.Meter, role, meter.Uncertainty, series.GetValueOrDefault(meter.Meter)?.TotalOf(run.Days) ?? default))))
                    .GroupBy(share => (share.Meter, share.Role, share.Uncertainty)).Select(Together),
            ],
            Together(runs.SelectMany(run => BalanceWatch.Of(run.Boundary, series, run.Days))));

        CategoryBounds BoundsOf(MeterRole it, GapPolicy each) => new(
            RoleBounds.Entering(book.Facility, registry, series, period, calendar, each),
            RoleBounds.Of(book.Facility, registry, series, period, calendar, it, each),
            MeterGaps.Of(book.Facility, registry, series, period, calendar, it, each));
    }

    /// <summary>The measure of a period from those of its parts.</summary>
    /// <param name="parts">Of one facility and one policy, inside the period, none overlapping another; at least one.</param>
    public static PeriodMeasure Sum(IReadOnlyCollection<PeriodMeasure> parts, BusinessPeriod period)
    {
        var energy = FacilityPeriod.Sum([.. parts.Select(part => part.Energy)], period.From, period.To);
        return new(
            parts.First().Facility, period, TimeSpan.FromTicks(parts.Sum(part => part.Covered.Ticks)), parts.First().Policy, energy,
            [
                .. energy.Categories.Select(category => parts.Select(part => part[category]).OfType<CategoryMeasure>()
                    .Aggregate((sum, part) => new(category, sum.Believed + part.Believed, sum.Strict + part.Strict))),
            ],
            [.. parts.SelectMany(part => part.Shares).GroupBy(share => (share.Meter, share.Role, share.Uncertainty)).Select(Together)],
            Together(parts.SelectMany(part => part.Balances)));
    }

    /// <summary>Uncertainty of a PUE of a category; null when a meter's class is not declared, or nothing was counted.</summary>
    public PueUncertainty? UncertaintyOf(PueCategory category) => PueAccuracy.UncertaintyOf(Shares, category);

    static MeterShare Together(IGrouping<(string Meter, MeterRole Role, Ratio? Uncertainty), MeterShare> shares) => new(
        shares.Key.Meter, shares.Key.Role, shares.Key.Uncertainty, new(shares.Sum(share => share.Counted.WattHours)));

    static ImmutableArray<BalanceWatch> Together(IEnumerable<BalanceWatch> balances) =>
    [
        .. balances.GroupBy(balance => balance.Meter).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate((sum, each) => new(
                sum.Meter, sum.Parent + each.Parent, sum.Children + each.Children, sum.Compared + each.Compared,
                sum.ChildrenAbove + each.ChildrenAbove))),
    ];
}
