namespace DcOps.Domain.Alarms;

/// <summary>
/// How far apart the last readings of one thing were: what may be expected of the next. The shorter of the last two gaps counts,
/// so that one missed poll or one outage does not make it seem slow.
/// </summary>
/// <param name="Last">Zero while fewer than two readings came.</param>
/// <param name="Before">The gap before the last; zero while fewer than three readings came.</param>
readonly record struct ReadingGaps(TimeSpan Last, TimeSpan Before)
{
    /// <summary>Intervals without a reading after which nothing is known any more.</summary>
    public const int Missed = 3;

    /// <summary>A longer gap is an outage and teaches nothing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ReadingGaps Then(TimeSpan gap) => gap > Longest ? this : new(gap, Last);

    /// <summary>Age from which the last reading says nothing of now.</summary>
    /// <param name="least">Whatever the gaps are.</param>
    public TimeSpan PromisedAge(TimeSpan least)
    {
        var age = Missed * (Before > TimeSpan.Zero && Before < Last ? Before : Last);
        return age > least ? age : least;
    }
}
