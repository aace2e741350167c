namespace DcOps.Domain.Ledger;

/// <summary>
/// Last way to fill a gap: the median of the same interval of the week over the four weeks before, scaled for what depends on
/// the weather. It never rests on another estimate of its kind.
/// </summary>
public static class WeekFill
{
    public const int Weeks = 4;

    /// <summary>Fewer known weeks than this leave the gap as it is.</summary>
    public const int FewestWeeks = 2;

    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="history">
    /// The meter's series over at least the four weeks before, or whatever there is of them; may be the series itself.
    /// </param>
    /// <param name="scale">
    /// What an interval's median is multiplied with, as <see cref="WeatherScale"/> gives it; null for 1.
    /// </param>
    /// <returns>Intervals filled.</returns>
    public static int Apply(EnergySeries series, EnergySeries history, Func<DateTimeOffset, double>? scale = null)
    {
        var fills = new List<(int Index, long WattHours)>();
        for (var index = 0; index < series.Count; index++)
        {
            if (series.Qualities[index] == IntervalQuality.Missing && Median(history, series.StartOf(index)) is { } median)
                fills.Add((index, (long)Math.Round(median * (scale?.Invoke(series.StartOf(index)) ?? 1), MidpointRounding.AwayFromZero)));
        }

        foreach (var (index, wattHours) in fills)
            series.Put(index, wattHours, wattHours, IntervalQuality.Estimated);
        return fills.Count;
    }

    static double? Median(EnergySeries history, DateTimeOffset start)
    {
        Span<long> known = stackalloc long[Weeks];
        var count = 0;
        for (var week = 1; week <= Weeks; week++)
        {
            var index = history.IndexOf(start - (Week * week));
            if (index >= 0 && index < history.Count && history.Qualities[index] < IntervalQuality.Estimated)
                known[count++] = history.WattHours[index];
        }

        if (count < FewestWeeks)
            return null;

        known[..count].Sort();
        return count % 2 == 1 ? known[count / 2] : (known[(count / 2) - 1] + known[count / 2]) / 2.0;
    }
}
