namespace DcOps.Domain.Metering;

/// <summary>How spans are cut into intervals.</summary>
/// <param name="Ticks">Length of an interval.</param>
/// <param name="ToleranceTicks">How close both readings must stand to a boundary for its interval to count as measured.</param>
/// <param name="OldestTicks">UTC ticks before which no interval is told.</param>
public readonly record struct IntervalCut(long Ticks, long ToleranceTicks, long OldestTicks)
{
    /// <summary>A reading further from a boundary than one poll interval, at most 15 minutes, only interpolates it.</summary>
    public static readonly TimeSpan MostTolerance = TimeSpan.FromMinutes(15);

    /// <summary>Intervals of one length; the tolerance is the length itself, 15 minutes at most.</summary>
    public static IntervalCut Of(TimeSpan length, DateTimeOffset oldest) =>
        new(length.Ticks, Math.Min(length.Ticks, MostTolerance.Ticks), oldest.UtcTicks);
}
