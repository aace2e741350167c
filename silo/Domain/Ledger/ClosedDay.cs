using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>One closed day of a facility in one category: what months, years and provinces are summed from.</summary>
/// <param name="Facility">Index of the facility in its table.</param>
/// <param name="Pue">E_DC and E_IT over the intervals in which both are complete.</param>
/// <param name="FacilityComplete">Intervals in which all that enters is known.</param>
/// <param name="ItComplete">Intervals in which E_IT is known.</param>
/// <param name="Expected">Intervals of the day.</param>
public readonly record struct ClosedDay(
    int Facility, DateOnly Day, PueCategory Category, PairedEnergy Pue, int FacilityComplete, int ItComplete, int Expected)
{
    /// <summary>Null when the boundary does not declare the category.</summary>
    public static ClosedDay? Of(int facility, DateOnly day, FacilityPeriod period, PueCategory category) =>
        period.Entering is { } entering && period[category.ItRole()] is { } it
            ? new(
                facility, day, category, period.Pue(category), entering.IntervalsComplete, it.IntervalsComplete,
                entering.IntervalsExpected)
            : null;

    /// <summary>The figure of many days of one category: the ratio of their sums. Null without IT energy.</summary>
    public static (Ratio Pue, Ratio Completeness, Ratio EstimatedShare)? Sum(ReadOnlySpan<ClosedDay> days)
    {
        var (sum, facility, it, expected) = (default(PairedEnergy), 0L, 0L, 0L);
        foreach (ref readonly var day in days)
        {
            sum += day.Pue;
            (facility, it, expected) = (facility + day.FacilityComplete, it + day.ItComplete, expected + day.Expected);
        }

        return sum.Ratio is { } ratio
            ? (ratio, new((double)Math.Min(facility, it) / expected), sum.EstimatedShare)
            : null;
    }
}
