namespace DcOps.Domain.Scheduling.Replay;

/// <summary>Savings of putting jobs off under a class of deadlines, on a series of any step.</summary>
public static class SlackReplay
{
    /// <param name="forecast">What decides; null is the truth.</param>
    /// <returns>Share of the emissions of running at once that is saved, 0.1 for a tenth; null when nothing runs.</returns>
    public static double? Saving(
        IntensitySeries series, IReadOnlyList<ReplayJob> jobs, SlackRule rule, TimeSpan slack, bool isInterruptible, IntensitySeries? forecast)
    {
        var (seen, atOnce, saved) = (forecast ?? series, 0.0, 0.0);
        foreach (var job in jobs)
        {
            var (from, length) = ((int)(job.Arrival / series.Step), Math.Max(1, (int)Math.Ceiling(job.Length / series.Step)));
            var end = (int)((LatestEnd(series.StartsAt + job.Arrival + job.Length, rule, slack) - series.StartsAt) / series.Step);
            end = Math.Min(Math.Max(end, from + length), series.Values.Length);
            if (from + length > end)
                continue;
            var before = Enumerable.Range(from, length).Sum(step => series.Values[step]) * job.Units;
            atOnce += before;
            saved += before - (Chosen(seen, from, length, end, isInterruptible).Sum(step => series.Values[step]) * job.Units);
        }

        return atOnce > 0 ? saved / atOnce : null;
    }

    static IEnumerable<int> Chosen(IntensitySeries seen, int from, int length, int end, bool isInterruptible)
    {
        if (isInterruptible)
            return Enumerable.Range(from, end - from).OrderBy(step => seen.Values[step]).Take(length);
        var sum = Enumerable.Range(from, length).Sum(step => seen.Values[step]);
        var (best, at) = (sum, from);
        for (var start = from + 1; start + length <= end; start++)
        {
            sum += seen.Values[start + length - 1] - seen.Values[start - 1];
            if (sum < best)
                (best, at) = (sum, start);
        }

        return Enumerable.Range(at, length);
    }

    /// <summary>Never before <paramref name="end"/>.</summary>
    public static DateTimeOffset LatestEnd(DateTimeOffset end, SlackRule rule, TimeSpan slack)
    {
        if (rule == SlackRule.Hours)
            return end + slack;
        if (rule == SlackRule.NextWorkday && IsWorkday(end.DayOfWeek) && end.Hour is >= 9 and < 17)
            return end;
        var nine = new DateTimeOffset(end.Date.AddHours(9), end.Offset);
        while (nine < end || !(rule == SlackRule.NextWorkday ? IsWorkday(nine.DayOfWeek) : nine.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday))
            nine = nine.AddDays(1);
        return nine;
    }

    static bool IsWorkday(DayOfWeek day) => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
