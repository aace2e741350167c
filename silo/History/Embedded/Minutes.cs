namespace DcOps.History.Embedded;

/// <summary>Starts of rows as whole minutes since 1970-01-01T00:00Z: a third of a timestamp's bytes once packed.</summary>
static class Minutes
{
    public const int PerDay = 1_440;

    /// <exception cref="ArgumentException">Not on a whole minute.</exception>
    public static int Of(DateTimeOffset start) =>
        start.UtcTicks % TimeSpan.TicksPerMinute == 0
            ? checked((int)((start.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute))
            : throw new ArgumentException($"A row cannot start at {start:O}: history keeps whole minutes.", nameof(start));

    /// <summary>The first whole minute at or after the instant: the edge of a period in whole minutes. Instants beyond the year 6000 are its end.</summary>
    public static int AtOrAfter(DateTimeOffset instant)
    {
        var (minutes, rest) = Math.DivRem(instant.UtcTicks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMinute);
        return int.CreateSaturating(rest > 0 ? minutes + 1 : minutes);
    }

    public static DateTimeOffset ToInstant(int minutes) => DateTimeOffset.UnixEpoch.AddMinutes(minutes);

    /// <summary>Days since 1970-01-01, UTC.</summary>
    public static int Day(int minutes) => (int)Math.Floor((double)minutes / PerDay);
}
