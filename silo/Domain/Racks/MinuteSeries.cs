using DcOps.Domain.Ledger;

namespace DcOps.Domain.Racks;

/// <summary>
/// One value over time, gathered into the minute that is open. A value holds until the next one, but no longer than the
/// age promised for it; the mean is weighted by how long each held.
/// </summary>
/// <param name="HasValue">Whether a value was ever taken.</param>
/// <param name="At">Instant up to which the minute is gathered, UTC.</param>
/// <param name="Value">The value that holds since <paramref name="At"/>; null when none does.</param>
/// <param name="Weighted">Sum of value times seconds.</param>
/// <param name="Seconds">For how long a value held in the open minute.</param>
/// <param name="Rollup">Min, max and last of the open minute; its mean is made when asked. Null while the minute has none.</param>
[GenerateSerializer, Immutable, Alias("MinuteSeries")]
public readonly record struct MinuteSeries(
    [property: Id(0)] bool HasValue,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] double? Value,
    [property: Id(3)] double Weighted,
    [property: Id(4)] double Seconds,
    [property: Id(5)] MinuteRollup? Rollup)
{
    /// <summary>The open minute, UTC.</summary>
    public DateTimeOffset Minute => IntervalGrid.Floor(At, IntervalGrid.Minute);

    /// <summary>What the open minute would be if it ended now; null when it holds nothing.</summary>
    public MinuteRollup? Current => Rollup is { } open
        ? open with { Mean = Seconds > 0 ? Weighted / Seconds : open.Last }
        : null;

    /// <summary>The series after a value.</summary>
    /// <param name="value">Null when from now on nothing is known.</param>
    /// <param name="at">Not before <see cref="At"/>.</param>
    /// <param name="closed">Receives every minute that ended and held something, oldest first.</param>
    public MinuteSeries Take(double? value, DateTimeOffset at, TimeSpan promisedAge, List<KeyValuePair<DateTimeOffset, MinuteRollup>> closed)
    {
        var series = HasValue ? Hold(at, promisedAge, closed) : this;
        if (value is not { } known)
            return series with { HasValue = true, At = at, Value = null };

        var rollup = series.Rollup is { } open
            ? open with { Min = Math.Min(open.Min, known), Max = Math.Max(open.Max, known), Last = known }
            : new MinuteRollup(known, known, known, known);
        return series with { HasValue = true, At = at, Value = known, Rollup = rollup };
    }

    /// <summary>Lets the last value hold up to an instant, ending minutes on the way.</summary>
    MinuteSeries Hold(DateTimeOffset until, TimeSpan promisedAge, List<KeyValuePair<DateTimeOffset, MinuteRollup>> closed)
    {
        var series = this;
        var holdsUntil = Value is null ? At : Earlier(until, At + promisedAge);
        for (var end = series.Minute + IntervalGrid.Minute; end <= until; end = series.Minute + IntervalGrid.Minute)
        {
            if (series.HeldUntil(Earlier(end, holdsUntil)).Current is { } rollup)
                closed.Add(new(series.Minute, rollup));
            // Nothing holds beyond here: skip the empty minutes in one step.
            var next = holdsUntil > end ? end : IntervalGrid.Floor(until, IntervalGrid.Minute);
            series = new(true, next, holdsUntil > end ? Value : null, 0, 0, null);
        }

        return series.HeldUntil(holdsUntil) with { At = until };
    }

    MinuteSeries HeldUntil(DateTimeOffset until)
    {
        if (Value is not { } value || until <= At)
            return this;

        var seconds = (until - At).TotalSeconds;
        var rollup = Rollup is { } open
            ? open with { Min = Math.Min(open.Min, value), Max = Math.Max(open.Max, value) }
            : new MinuteRollup(value, value, value, value);
        return this with { Weighted = Weighted + (value * seconds), Seconds = Seconds + seconds, Rollup = rollup };
    }

    static DateTimeOffset Earlier(DateTimeOffset first, DateTimeOffset second) => first < second ? first : second;
}
