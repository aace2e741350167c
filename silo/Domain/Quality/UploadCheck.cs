using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>The acceptance rules of the national online monitoring of key energy users for what is uploaded.</summary>
public static class UploadCheck
{
    public static readonly Ratio LeastCompleteness = new(0.90);

    public static readonly Ratio MostInconsistency = new(0.05);

    public static readonly TimeSpan MostDayOffset = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan MostMonthOffset = TimeSpan.FromDays(1);

    /// <summary>Received over expected items, and whether that is enough; null when nothing was expected.</summary>
    public static (Ratio Value, bool Passes)? Completeness(long received, long expected) =>
        new QualityShare(received, expected).Value is { } value ? (value, value >= LeastCompleteness) : null;

    /// <summary>
    /// |month − sum of its days| over the month, and whether that is little enough; null when the month reports
    /// nothing.
    /// </summary>
    public static (Ratio Value, bool Passes)? DaysAgainstMonth(Energy month, Energy sumOfDays) =>
        Consistency.Imbalance(month, sumOfDays) is { } value ? (value, value <= MostInconsistency) : null;

    /// <summary>Whether a daily register position was taken close enough to local midnight.</summary>
    public static bool IsAtDayBoundary(DateTimeOffset readAt, DateTimeOffset midnight) =>
        (readAt - midnight).Duration() <= MostDayOffset;

    /// <summary>Whether a monthly one was taken close enough to the first of the month.</summary>
    public static bool IsAtMonthBoundary(DateTimeOffset readAt, DateTimeOffset midnight) =>
        (readAt - midnight).Duration() <= MostMonthOffset;
}
