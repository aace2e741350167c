namespace DcOps.Domain.Scheduling.Planning;

/// <summary>Nearest point whose parts are not negative and add up to a total.</summary>
static class Simplex
{
    /// <summary>By sorting; source: Held, Wolfe and Crowder 1974.</summary>
    public static void Project(Span<double> point, double total)
    {
        Span<double> sorted = stackalloc double[point.Length];
        point.CopyTo(sorted);
        sorted.Sort();
        var (sum, shift) = (0.0, 0.0);
        for (var count = 1; count <= sorted.Length; count++)
        {
            sum += sorted[^count];
            var candidate = (sum - total) / count;
            if (sorted[^count] > candidate)
                shift = candidate;
        }

        for (var index = 0; index < point.Length; index++)
            point[index] = Math.Max(0, point[index] - shift);
    }
}
