namespace DcOps.Dashboard.Components;

/// <summary>One page of a long list.</summary>
/// <param name="Number">1 for the first; inside <paramref name="Pages"/> whatever was asked for.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Total">Items of the whole list.</param>
public sealed record PageOf<T>(ImmutableArray<T> Items, int Number, int Pages, int Total);
