using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>A facility's day, month or year that was closed, with every revision since.</summary>
/// <param name="Revisions">Number 1 first; never empty.</param>
public sealed record ClosedPeriod(
    FacilityId Facility, PeriodKind Kind, BusinessPeriod Period, ImmutableArray<PeriodRevision> Revisions)
{
    public const string FirstReason = "close";

    public PeriodRevision Current => Revisions[^1];

    /// <exception cref="ArgumentOutOfRangeException">No such revision.</exception>
    public PeriodRevision this[int number] => number >= 1 && number <= Revisions.Length
        ? Revisions[number - 1]
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"has revisions 1 to {Revisions.Length}.");

    public static ClosedPeriod Close(
        FacilityId facility, PeriodKind kind, BusinessPeriod period, FacilityPeriod energy, string author, DateTimeOffset at) =>
        new(facility, kind, period, [new(1, at, author, FirstReason, PeriodTotals.Of(energy, 1))]);

    /// <summary>The period with what is known now: itself when nothing changed, else with one revision more.</summary>
    public ClosedPeriod Restate(FacilityPeriod energy, string author, string reason, DateTimeOffset at)
    {
        var number = Current.Number + 1;
        var totals = PeriodTotals.Of(energy, number);
        return totals.SaysTheSameAs(Current.Totals)
            ? this
            : this with { Revisions = Revisions.Add(new(number, at, author, reason, totals)) };
    }

    /// <summary>What each revision after the first changed, oldest first.</summary>
    public ImmutableArray<RevisionChange> Changes() =>
    [
        .. Revisions.Skip(1).SelectMany(after => after.Totals.Figures.Select(figure => new RevisionChange(
            Facility, Kind, Period, after.Number, after.At, after.Author, after.Reason, figure.Category,
            this[after.Number - 1].Totals[figure.Category], figure))),
    ];
}
