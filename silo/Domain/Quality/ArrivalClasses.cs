namespace DcOps.Domain.Quality;

/// <summary>Classes of the time between a reading and its arrival. Below zero the device's clock runs ahead.</summary>
public static class ArrivalClasses
{
    /// <summary>Upper ends in seconds, inclusive; beyond the last there is one class more.</summary>
    static readonly double[] Ends = [-120, -60, -30, -10, -5, -1, 0, 1, 2, 5, 10, 15, 30, 60, 120, 300, 900, 3_600, 86_400];

    public static int Count => Ends.Length + 1;

    public static int Of(TimeSpan way)
    {
        var seconds = way.TotalSeconds;
        for (var index = 0; index < Ends.Length; index++)
        {
            if (seconds <= Ends[index])
                return index;
        }

        return Ends.Length;
    }

    /// <summary>Lateness of 95 % and the median skew, each to the end of its class; null members when nothing was noted.</summary>
    /// <param name="arrivals">By class.</param>
    public static QualityTiming Timing(IReadOnlyList<long> arrivals) => new(Quantile(arrivals, 0.95), -Quantile(arrivals, 0.5));

    static TimeSpan? Quantile(IReadOnlyList<long> arrivals, double share)
    {
        var (all, sum) = (arrivals.Sum(), 0L);
        for (var index = 0; index < arrivals.Count && all > 0; index++)
        {
            sum += arrivals[index];
            if (sum >= share * all)
                return TimeSpan.FromSeconds(Ends[Math.Min(index, Ends.Length - 1)]);
        }

        return null;
    }
}
