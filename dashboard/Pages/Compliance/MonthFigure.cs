using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>One month of a facility's figure.</summary>
/// <param name="Closed">Null while the month is open, or when nothing of it was ever read.</param>
/// <param name="Figure">Null when it is not closed or does not declare the category.</param>
public sealed record MonthFigure(BusinessPeriod Month, ClosedPeriod? Closed, PueFigure? Figure)
{
    /// <summary>Drawn as a gap: no number may be shown of it.</summary>
    public bool IsGap => Figure is null or { Value: null } or { Grade: EvidenceGrade.Insufficient };

    /// <summary>Every month of a stretch, closed or not, by start.</summary>
    public static ImmutableArray<MonthFigure> Of(BusinessPeriod stretch, IEnumerable<ClosedPeriod> closed, PueCategory? category)
    {
        var known = closed.ToDictionary(period => period.Period.From);
        var months = ImmutableArray.CreateBuilder<MonthFigure>();
        for (var month = BusinessCalendar.Shanghai.MonthOf(stretch.From); month.From < stretch.To; month = BusinessCalendar.Shanghai.MonthOf(month.To))
        {
            var period = known.GetValueOrDefault(month.From);
            months.Add(new(month, period, category is { } of ? period?.Current.Totals[of] : null));
        }

        return months.DrainToImmutable();
    }
}
