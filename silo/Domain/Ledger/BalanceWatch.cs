using DcOps.Domain.Metering;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// A parent meter against the sum of its children over a period, over the intervals in which all are known.
/// </summary>
/// <param name="Parent">The parent's energy over those intervals.</param>
/// <param name="Children">The children's.</param>
/// <param name="Compared">Intervals compared.</param>
/// <param name="ChildrenAbove">
/// Intervals in which the children exceeded the parent by more than the tolerance: impossible, so a meter is wrong.
/// </param>
public sealed record BalanceWatch(string Meter, Energy Parent, Energy Children, int Compared, int ChildrenAbove)
{
    /// <summary>Losses and what nobody metered; negative when the children exceed the parent.</summary>
    public Energy Residue => Parent - Children;

    /// <summary>|residue| over the parent; null when nothing was compared.</summary>
    public Ratio? Imbalance => Consistency.Imbalance(Parent, Children);

    /// <summary>Whether the period as a whole stays within the tolerance; null when nothing was compared.</summary>
    public bool? Holds => Imbalance is { } imbalance ? imbalance <= Consistency.BalanceTolerance : null;

    /// <summary>Every parent of a boundary, by name.</summary>
    /// <param name="series">By meter, all over the same intervals.</param>
    /// <param name="within">The days on which the boundary held.</param>
    public static ImmutableArray<BalanceWatch> Of(
        MeterBoundary boundary, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod within) =>
    [
        .. boundary.Meters
            .Select(parent => (Parent: parent, Children: boundary.ChildrenOf(parent).ToList()))
            .Where(family => family.Children.Count > 0 && series.ContainsKey(family.Parent.Meter)
                && family.Children.TrueForAll(child => series.ContainsKey(child.Meter)))
            .Select(family => Of(
                family.Parent.Meter, series[family.Parent.Meter], family.Children.ConvertAll(child => series[child.Meter]), within)),
    ];

    // Balanced intervals prove nothing: a child that was calculated from the parent always agrees with it.
    static BalanceWatch Of(string meter, EnergySeries parent, List<EnergySeries> children, BusinessPeriod within)
    {
        var (own, below, compared, above) = (0L, 0L, 0, 0);
        for (var index = Math.Max(0, parent.IndexOf(within.From)); index < Math.Min(parent.Count, parent.IndexOf(within.To)); index++)
        {
            var at = index;
            if (parent.Qualities[index] > IntervalQuality.Interpolated
                || !children.TrueForAll(child => child.Qualities[at] <= IntervalQuality.Interpolated))
                continue;

            var sum = children.Sum(child => child.WattHours[at]);
            (own, below, compared) = (own + parent.WattHours[at], below + sum, compared + 1);
            above += sum > parent.WattHours[at] * (1 + Consistency.BalanceTolerance.Value) ? 1 : 0;
        }

        return new(meter, new(own), new(below), compared, above);
    }
}
