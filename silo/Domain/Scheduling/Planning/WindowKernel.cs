using System.Numerics;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>The cheapest window over a series given by its prefix sums: O(1) per start, several starts per instruction.</summary>
static class WindowKernel
{
    /// <param name="prefix">One more value than there are slots; a window's sum is prefix[start + duration] − prefix[start].</param>
    /// <returns>Infinite when no start in [from, last] exists.</returns>
    public static double Cheapest(ReadOnlySpan<double> prefix, int from, int last, int duration)
    {
        var best = double.PositiveInfinity;
        var start = from;
        if (last - from >= Vector<double>.Count)
        {
            var least = new Vector<double>(double.PositiveInfinity);
            for (; start + Vector<double>.Count - 1 <= last; start += Vector<double>.Count)
            {
                var window = new Vector<double>(prefix.Slice(start + duration, Vector<double>.Count))
                    - new Vector<double>(prefix.Slice(start, Vector<double>.Count));
                least = Vector.Min(least, window);
            }

            for (var lane = 0; lane < Vector<double>.Count; lane++)
                best = Math.Min(best, least[lane]);
        }

        for (; start <= last; start++)
            best = Math.Min(best, prefix[start + duration] - prefix[start]);
        return best;
    }

    /// <summary>First start whose window costs least.</summary>
    public static int CheapestStart(ReadOnlySpan<double> prefix, int from, int last, int duration)
    {
        var (best, at) = (double.PositiveInfinity, from);
        for (var start = from; start <= last; start++)
        {
            var cost = prefix[start + duration] - prefix[start];
            if (cost < best)
                (best, at) = (cost, start);
        }

        return at;
    }
}
