using DcOps.Domain.Facilities;
using DcOps.Domain.Green;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>What facilities used over a period by their closed months, and what their KPIs need besides.</summary>
static class LedgerMeasures
{
    // 当量值: what statistics of energy users sum by.
    const string CoalByEquivalentValue = "equivalent-value";

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    /// <summary>In the order of the inventory; facilities without a closed month are left out.</summary>
    public static async Task<List<PeriodMeasure>> MeasuresAsync(this LedgerParts parts, ReportPeriod period, CancellationToken cancellationToken)
    {
        var months = (await parts.Records.MonthsAsync(null, period.Period, cancellationToken)).Select(month => month.Measure)
            .ToLookup(measure => measure.Facility);
        return
        [
            .. parts.Inventory.Facilities.Select(facility => LedgerParts.MeasureOf([.. months[facility.Id]], period)).OfType<PeriodMeasure>(),
        ];
    }

    public static FacilityFacts FactsOf(this LedgerParts parts, PeriodMeasure measure)
    {
        var year = Calendar.LocalDate(measure.Period.To).AddDays(-1).Year;
        var factors = parts.Settings.Factors;
        return new FacilityFacts
        {
            Coal = factors.CoalOf(CoalByEquivalentValue),
            LocationFactor = factors.Newest(parts.Region, FactorMethod.Location, year) ?? factors.Newest("CN", FactorMethod.Location, year),
            ResidualFactor = factors.Newest(parts.Region, FactorMethod.Residual, year) ?? factors.Newest("CN", FactorMethod.Residual, year),
            GridWaterLitresPerKilowattHour = parts.Settings.GridWaterLitresPerKilowattHour,
        }.With(parts.Settings.Inputs.Of(measure.Facility), measure.Period, Calendar);
    }
}
