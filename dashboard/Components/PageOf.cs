namespace DcOps.Dashboard.Components;

/// <summary>One page of a long list.</summary>
/// <param name="Number">1 for the first; inside <paramref name="Pages"/> whatever was asked for.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Total">Items of the whole list.</param>
public sealed record PageOf<T>(ImmutableArray<T> Items, int Number, int Pages, int Total)
{
    public static PageOf<T> Of(IReadOnlyCollection<T> all, int? wanted, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var number = Math.Clamp(wanted ?? 1, 1, pages);
        return new([.. all.Skip((number - 1) * size).Take(size)], number, pages, all.Count);
    }
}
