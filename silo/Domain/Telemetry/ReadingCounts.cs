namespace DcOps.Domain.Telemetry;

/// <summary>How many readings of a batch ended in each <see cref="ReadingOutcome"/>.</summary>
public readonly record struct ReadingCounts(
    int Accepted, int Stale, int Unusable, int FromTheFuture, int Implausible, int TooOld, int Excess)
{
    public int Total => Accepted + Stale + Unusable + FromTheFuture + Implausible + TooOld + Excess;

    public int this[ReadingOutcome outcome] => outcome switch
    {
        ReadingOutcome.Accepted => Accepted,
        ReadingOutcome.Stale => Stale,
        ReadingOutcome.Unusable => Unusable,
        ReadingOutcome.FromTheFuture => FromTheFuture,
        ReadingOutcome.Implausible => Implausible,
        ReadingOutcome.TooOld => TooOld,
        ReadingOutcome.Excess => Excess,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "is not a reading outcome."),
    };

    public ReadingCounts Plus(ReadingOutcome outcome) => outcome switch
    {
        ReadingOutcome.Accepted => this with { Accepted = Accepted + 1 },
        ReadingOutcome.Stale => this with { Stale = Stale + 1 },
        ReadingOutcome.Unusable => this with { Unusable = Unusable + 1 },
        ReadingOutcome.FromTheFuture => this with { FromTheFuture = FromTheFuture + 1 },
        ReadingOutcome.Implausible => this with { Implausible = Implausible + 1 },
        ReadingOutcome.TooOld => this with { TooOld = TooOld + 1 },
        ReadingOutcome.Excess => this with { Excess = Excess + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "is not a reading outcome."),
    };
}
