using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>WUE (水利用效率): water that entered the site over IT energy.</summary>
public sealed class WaterUsageEffectiveness : FacilityKpi
{
    public override string Name => "wue_liters_per_kilowatt_hour";

    public override string Source => "ISO/IEC 30134-9; EU 2024/1364";

    public override string Unit => "L/kWh";

    /// <returns>Null when water or E_IT is not known.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Water is { } water && period.ItEnergy is { } it ? new(water.Litres, it.KilowattHours) : null;
}
