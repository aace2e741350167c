namespace DcOps.Domain.PowerChain;

/// <summary>Finds a ring of things that need each other.</summary>
static class ChainCycle
{
    /// <summary>Places of one ring, each needed by the one before it; empty when there is none.</summary>
    public static ImmutableArray<int> Find(int count, IEnumerable<ChainEdge> edges)
    {
        var needs = edges.ToLookup(edge => edge.To, edge => edge.From);
        var (done, path, on) = (new bool[count], new List<int>(), new bool[count]);
        for (var start = 0; start < count; start++)
        {
            if (!done[start] && Walk(start) is { IsEmpty: false } ring)
                return ring;
        }

        return [];

        ImmutableArray<int> Walk(int place)
        {
            (on[place], done[place]) = (true, true);
            path.Add(place);
            foreach (var needed in needs[place])
            {
                if (on[needed])
                    return [.. path.Skip(path.IndexOf(needed))];
                if (!done[needed] && Walk(needed) is { IsEmpty: false } ring)
                    return ring;
            }

            path.RemoveAt(path.Count - 1);
            on[place] = false;
            return [];
        }
    }
}
