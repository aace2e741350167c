namespace DcOps.Domain.Ledger;

/// <summary>Where intervals begin: minutes and quarter-hours, aligned in UTC.</summary>
public static class IntervalGrid
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The ledger's interval.</summary>
    public static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Start of the interval that holds the instant, UTC.</summary>
    public static DateTimeOffset Floor(DateTimeOffset instant, TimeSpan length) =>
        new(instant.UtcTicks - (instant.UtcTicks % length.Ticks), TimeSpan.Zero);

    /// <summary>The instant itself where an interval begins with it, else the start of the next one, UTC.</summary>
    public static DateTimeOffset Ceiling(DateTimeOffset instant, TimeSpan length) => Floor(instant + length - TimeSpan.FromTicks(1), length);
}
