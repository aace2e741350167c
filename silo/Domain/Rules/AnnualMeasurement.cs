using System.Globalization;
using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Units;

namespace DcOps.Domain.Rules;

/// <summary>
/// The annual electricity ratio of a facility as rules look at it: value, interval, uncertainty and whatever speaks
/// against it.
/// </summary>
public static class AnnualMeasurement
{
    /// <summary>A ratio above this is a metering fault until shown otherwise.</summary>
    public const double MostPlausible = 3;

    /// <param name="facility">Bounds of E_DC over the whole period.</param>
    /// <param name="it">Bounds of E_IT.</param>
    /// <param name="balances">Parent meters against their children.</param>
    /// <returns>A measurement without value when the category is not declared.</returns>
    public static RuleMeasurement Of(
        FacilityPeriod period, PueCategory category, EnergyBounds facility, EnergyBounds it, PueUncertainty? uncertainty,
        IEnumerable<BalanceWatch> balances)
    {
        if (PueFigure.Of(period, category, 0) is not { Value: { } ratio } figure)
            return RuleMeasurement.Unknown($"no {category} energy is known") with { Category = category };

        var value = new ExactRatio(figure.FacilityEnergy.WattHours, figure.ItEnergy.WattHours);
        var interval = PueInterval.Of(facility, it, value);
        return new(
            value, interval.Low, interval.High, uncertainty?.HalfWidth(ratio), category,
            Doubt(period, ratio, interval, balances));
    }

    static string? Doubt(FacilityPeriod period, Ratio ratio, PueInterval interval, IEnumerable<BalanceWatch> balances)
    {
        if (period.To - period.From < InterimPue.TwelveMonths)
            return string.Create(CultureInfo.InvariantCulture, $"{(period.To - period.From).TotalDays:0} days are no year");
        if (ratio.Value is < 1 or > MostPlausible)
            return string.Create(CultureInfo.InvariantCulture, $"a ratio of {ratio.Value:0.0000} is a metering fault");
        if (interval.High is null)
            return "IT energy may have been nothing";
        if (CategoriesOutOfOrder(period))
            return "categories contradict each other: IT energy grows downstream";
        return balances.FirstOrDefault(balance => balance.Holds == false) is { } broken
            ? string.Create(CultureInfo.InvariantCulture, $"the balance of {broken.Meter} is off by {broken.Imbalance!.Value.Percent:0.0} %")
            : null;
    }

    static bool CategoriesOutOfOrder(FacilityPeriod period)
    {
        var ratios = period.Categories.Select(category => period.Pue(category).Ratio?.Value).OfType<double>().ToList();
        return ratios.Zip(ratios.Skip(1)).Any(pair => pair.First > pair.Second);
    }
}
