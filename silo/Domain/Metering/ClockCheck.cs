namespace DcOps.Domain.Metering;

/// <summary>Whether a device's own time may be believed.</summary>
public static class ClockCheck
{
    /// <summary>The most that a device's clock may differ from the collector's.</summary>
    public static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The device's time, or the collector's where they differ by more than five minutes; and whether that is so.
    /// </summary>
    /// <param name="deviceAt">Null when the device says no time.</param>
    /// <param name="receivedAt">When the collector had the answer, UTC.</param>
    public static (DateTimeOffset At, bool IsClockFaulty) Time(DateTimeOffset? deviceAt, DateTimeOffset receivedAt) =>
        deviceAt is not { } said ? (receivedAt, false)
        : (said - receivedAt).Duration() <= MostSkew ? (said.ToUniversalTime(), false)
        : (receivedAt, true);
}
