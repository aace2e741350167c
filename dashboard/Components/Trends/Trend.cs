namespace DcOps.Dashboard.Components.Trends;

/// <summary>What a trend shows: one quantity over [From, To) as one or two lines.</summary>
/// <param name="Title">What is drawn, with its unit.</param>
/// <param name="Lines">At most two; the second is drawn dashed.</param>
/// <param name="Digits">Digits after the point in labels and table.</param>
public sealed record Trend(
    string Title, string Unit, int Digits, DateTimeOffset From, DateTimeOffset To, ImmutableArray<TrendLine> Lines)
{
    /// <summary>Whether no line has a single value.</summary>
    public bool IsEmpty => Lines.All(line => line.Buckets.All(bucket => bucket is null));
}
