using System.Globalization;

namespace DcOps.Dashboard.Components;

/// <summary>Cuts long lists into pages.</summary>
static class Paging
{
    /// <param name="wanted">As the address has it; what is no number, or outside the list, is the nearest page.</param>
    public static PageOf<T> Cut<T>(this IReadOnlyCollection<T> all, string? wanted, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var number = Math.Clamp(int.TryParse(wanted, CultureInfo.InvariantCulture, out var asked) ? asked : 1, 1, pages);
        return new([.. all.Skip((number - 1) * size).Take(size)], number, pages, all.Count);
    }
}
