using DcOps.Domain.Racks;

namespace DcOps.Dashboard.Components.Trends;

/// <summary>One line of a trend in equal stretches of time; null where nothing was measured, and there the line has a gap.</summary>
public sealed record TrendLine(string Name, ImmutableArray<TrendBucket?> Buckets)
{
    /// <summary>Stretches of five minutes: as fine as a day is wide on a screen.</summary>
    public static readonly TimeSpan Stretch = TimeSpan.FromMinutes(5);

    /// <param name="scale">Canonical unit to shown unit.</param>
    public static TrendLine Of<T>(
        string name,
        IEnumerable<T> rows,
        Func<T, DateTimeOffset> at,
        Func<T, MinuteRollup?> rollup,
        DateTimeOffset from,
        DateTimeOffset to,
        double scale)
    {
        var buckets = new (double Min, double Sum, double Max, int Count)[(int)((to - from).Ticks / Stretch.Ticks)];
        foreach (var row in rows)
        {
            var index = (int)((at(row) - from).Ticks / Stretch.Ticks);
            if (rollup(row) is not { } minute || index < 0 || index >= buckets.Length)
                continue;

            ref var bucket = ref buckets[index];
            bucket = bucket.Count == 0
                ? (minute.Min, minute.Mean, minute.Max, 1)
                : (Math.Min(bucket.Min, minute.Min), bucket.Sum + minute.Mean, Math.Max(bucket.Max, minute.Max), bucket.Count + 1);
        }

        return new(name, [.. buckets.Select(bucket => bucket.Count == 0
            ? (TrendBucket?)null
            : new TrendBucket(bucket.Min * scale, bucket.Sum / bucket.Count * scale, bucket.Max * scale))]);
    }
}
