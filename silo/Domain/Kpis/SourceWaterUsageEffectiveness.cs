using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>Source WUE: the site's water and that of the power stations behind its electricity, over IT energy.</summary>
public sealed class SourceWaterUsageEffectiveness : FacilityKpi
{
    public override string Name => "wue_source_liters_per_kilowatt_hour";

    public override string Source => "The Green Grid, WUE source";

    public override string Unit => "L/kWh";

    /// <returns>Null when water, the grid's water intensity, E_DC or E_IT is not known.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Water is { } water && period.Facts.GridWaterLitresPerKilowattHour is { } intensity
        && period.FacilityEnergy is { } facility && period.ItEnergy is { } it
            ? new(water.Litres + (facility.KilowattHours * intensity), it.KilowattHours)
            : null;
}
