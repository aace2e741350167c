using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>Which feeds of a chain must carry each other's load: what stands at the same height of a rack's two ways to the grid.</summary>
static class FailoverPairs
{
    /// <param name="isOurs">Whether a location belongs to this owner; a pair is watched where both are read.</param>
    public static List<FailoverPair> Of(DependencyGraph chain, Func<Location, bool> isOurs, FacilityId? facility)
    {
        var pairs = new Dictionary<(int, int), FailoverPair>();
        foreach (var place in chain.PlacesOf(facility))
        {
            // Two ways: three supplies share the load in other ways than this rule is about.
            if (chain.Nodes[place].Rack is null
                || chain.Needs(place).Where(edge => edge.Kind == Dependency.Power).Select(edge => edge.From).ToArray() is not [var a, var b])
                continue;

            var (first, second) = (WayOf(chain, a), WayOf(chain, b));
            // From where both ways are one, nothing takes over from anything.
            foreach (var (one, other) in first.Zip(second).TakeWhile(step => step.First != step.Second))
            {
                if (PairOf(chain.Nodes[one], chain.Nodes[other], isOurs) is { } pair)
                    pairs.TryAdd((Math.Min(one, other), Math.Max(one, other)), pair);
            }
        }

        return [.. pairs.Values];
    }

    /// <summary>From a supply up to the grid, as long as there is one way only.</summary>
    static List<int> WayOf(DependencyGraph chain, int supply)
    {
        var way = new List<int> { supply };
        while (chain.Needs(way[^1]).Where(edge => edge.Kind == Dependency.Power).ToArray() is [var only])
            way.Add(only.From);
        return way;
    }

    static FailoverPair? PairOf(ChainNode one, ChainNode other, Func<Location, bool> isOurs)
    {
        if (one.Class != other.Class || one.Address is not { } address || other.Address is not { } second
            || !isOurs(address.Location) || !isOurs(second.Location))
            return null;
        foreach (var quantity in new[] { Quantity.Current, Quantity.ActivePower })
        {
            if (FailoverSide.Of(one, quantity) is { } first && FailoverSide.Of(other, quantity) is { } rest)
                return new(first, rest, quantity);
        }

        return null;
    }
}
