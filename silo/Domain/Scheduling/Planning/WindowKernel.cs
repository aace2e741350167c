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

    /// <summary>The same over the sum of two series.</summary>
    public static double Cheapest(ReadOnlySpan<double> prefix, ReadOnlySpan<double> more, int from, int last, int duration)
    {
        var (best, start, width) = (double.PositiveInfinity, from, Vector<double>.Count);
        var least = new Vector<double>(double.PositiveInfinity);
        for (; start + width - 1 <= last; start += width)
        {
            var window = new Vector<double>(prefix.Slice(start + duration, width)) - new Vector<double>(prefix.Slice(start, width));
            var extra = new Vector<double>(more.Slice(start + duration, width)) - new Vector<double>(more.Slice(start, width));
            least = Vector.Min(least, window + extra);
        }

        for (var lane = 0; lane < width; lane++)
            best = Math.Min(best, least[lane]);
        for (; start <= last; start++)
            best = Math.Min(best, prefix[start + duration] - prefix[start] + more[start + duration] - more[start]);
        return best;
    }

    public static int CheapestStart(ReadOnlySpan<double> prefix, ReadOnlySpan<double> more, int from, int last, int duration)
    {
        var (best, at) = (double.PositiveInfinity, from);
        for (var start = from; start <= last; start++)
        {
            var cost = prefix[start + duration] - prefix[start] + more[start + duration] - more[start];
            if (cost < best)
                (best, at) = (cost, start);
        }

        return at;
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
