using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Second way to fill a gap: the only child of a parent that is not known is the parent less its siblings (vector M10).
/// </summary>
public static class BalanceFill
{
    /// <summary>Fills what balances can, again until nothing changes, parents by name.</summary>
    /// <param name="series">By meter, all over the same intervals; a meter without a series is not known at all.</param>
    /// <param name="within">The days on which the boundary held.</param>
    /// <returns>Intervals filled.</returns>
    public static int Apply(MeterBoundary boundary, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod within)
    {
        var families = boundary.Meters
            .Select(parent => (Parent: parent, Children: boundary.ChildrenOf(parent).ToList()))
            .Where(family => family.Children.Count > 0 && series.ContainsKey(family.Parent.Meter)
                && family.Children.TrueForAll(child => series.ContainsKey(child.Meter)))
            .Select(family => (Parent: series[family.Parent.Meter], Children: family.Children.ConvertAll(child => series[child.Meter])))
            .ToList();
        var (filled, before) = (0, -1);
        while (filled != before)
        {
            before = filled;
            foreach (var (parent, children) in families)
                filled += Apply(parent, children, within);
        }

        return filled;
    }

    static int Apply(EnergySeries parent, List<EnergySeries> children, BusinessPeriod within)
    {
        var filled = 0;
        var energies = new Energy?[children.Count];
        for (var index = Math.Max(0, parent.IndexOf(within.From)); index < Math.Min(parent.Count, parent.IndexOf(within.To)); index++)
        {
            if (parent.Qualities[index] == IntervalQuality.Missing)
                continue;

            var unknown = -1;
            for (var child = 0; child < energies.Length; child++)
            {
                energies[child] = children[child].EnergyOf(index);
                unknown = energies[child] is null ? child : unknown;
            }

            if (unknown >= 0 && MeterBalance.OfOnlyUnknown(parent.EnergyOf(index), energies) is { } rest)
            {
                children[unknown].Put(index, rest.Energy.WattHours, 0, rest.Quality);
                filled++;
            }
        }

        return filled;
    }
}
