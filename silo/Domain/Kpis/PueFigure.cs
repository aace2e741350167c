using DcOps.Domain.Facilities;
using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// A PUE (电能利用效率) over a period with everything without which it would not be one:
/// category, period, completeness, estimated share and revision.
/// </summary>
/// <param name="Value">Paired: only intervals in which both sides are known. Null when there is no such interval, or no IT energy.</param>
/// <param name="From">Start of the period, UTC.</param>
/// <param name="To">End of the period, UTC, exclusive. Shorter than 12 months: an interim PUE.</param>
/// <param name="FacilityEnergy">E_DC of the paired intervals.</param>
/// <param name="ItEnergy">E_IT of the paired intervals.</param>
/// <param name="Completeness">The least of both sides, 0 to 1.</param>
/// <param name="EstimatedShare">Estimated energy over all, the greater of both sides, 0 to 1.</param>
/// <param name="Revision">1 for the first figure of a period; 0 while the period is open.</param>
[GenerateSerializer, Immutable, Alias("PueFigure")]
public sealed record PueFigure(
    [property: Id(0)] Ratio? Value,
    [property: Id(1)] PueCategory Category,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] Energy FacilityEnergy,
    [property: Id(5)] Energy ItEnergy,
    [property: Id(6)] Ratio Completeness,
    [property: Id(7)] Ratio EstimatedShare,
    [property: Id(8)] EvidenceGrade Grade,
    [property: Id(9)] int Revision)
{
    /// <summary>The one way a facility's figure is made. Null when the boundary does not declare the category.</summary>
    public static PueFigure? Of(FacilityPeriod period, PueCategory category, int revision)
    {
        if (period.Entering is not { } entering || period[category.ItRole()] is not { } it)
            return null;

        var paired = period.Pue(category);
        var completeness = new Ratio(Math.Min(entering.Completeness.Value, it.Completeness.Value));
        Ratio? filled = it.Filled > Energy.Zero ? (entering.Filled + period.OtherCarriers) / it.Filled : null;
        var grade = EvidenceGrades.Checked(EvidenceGrades.Of(completeness, paired.EstimatedShare), paired.Ratio, filled);
        return new(
            paired.Ratio, category, period.From, period.To, paired.Upper, paired.It, completeness, paired.EstimatedShare,
            grade, revision);
    }

    /// <summary>
    /// The figure of several facilities: the ratio of their sums, never a mean of ratios (vectors K03, K25).
    /// Completeness and estimated share are weighted by E_DC. Null when there is none, or when categories differ.
    /// </summary>
    public static PueFigure? Sum(IReadOnlyCollection<PueFigure> figures)
    {
        if (figures.Count == 0 || figures.Select(figure => figure.Category).Distinct().Skip(1).Any())
            return null;

        var facility = new Energy(figures.Sum(figure => figure.FacilityEnergy.WattHours));
        var it = new Energy(figures.Sum(figure => figure.ItEnergy.WattHours));
        var completeness = Weighted(figures, figure => figure.Completeness);
        var share = Weighted(figures, figure => figure.EstimatedShare);
        return new(
            it > Energy.Zero ? facility / it : null, figures.First().Category, figures.Min(figure => figure.From),
            figures.Max(figure => figure.To), facility, it, completeness, share, EvidenceGrades.Of(completeness, share),
            figures.Min(figure => figure.Revision));
    }

    // A facility that measured nothing has no weight, yet must pull completeness down: then plain means decide.
    static Ratio Weighted(IReadOnlyCollection<PueFigure> figures, Func<PueFigure, Ratio> of)
    {
        var total = figures.Sum(figure => figure.FacilityEnergy.KilowattHours);
        return figures.Any(figure => figure.FacilityEnergy <= Energy.Zero) || total <= 0
            ? new(figures.Average(figure => of(figure).Value))
            : new(figures.Sum(figure => of(figure).Value * figure.FacilityEnergy.KilowattHours) / total);
    }
}
