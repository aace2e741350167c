using DcOps.Domain.Metering;

namespace DcOps.Domain.Quality;

/// <summary>How far a device's clock stands from the collector's.</summary>
public static class ClockSkew
{
    /// <summary>
    /// Median of device time less arrival; null when nothing was seen. Positive is a clock that runs ahead.
    /// </summary>
    public static TimeSpan? Median(IEnumerable<(DateTimeOffset DeviceAt, DateTimeOffset ReceivedAt)> seen)
    {
        var offsets = seen.Select(each => (each.DeviceAt - each.ReceivedAt).Ticks).Order().ToList();
        return offsets.Count == 0 ? null
            : offsets.Count % 2 == 1 ? TimeSpan.FromTicks(offsets[offsets.Count / 2])
            : TimeSpan.FromTicks((offsets[(offsets.Count / 2) - 1] / 2) + (offsets[offsets.Count / 2] / 2));
    }

    /// <summary>Whether the clock is so far off that its time is not used.</summary>
    public static bool IsFaulty(TimeSpan skew) => skew.Duration() > ClockCheck.MostSkew;
}
