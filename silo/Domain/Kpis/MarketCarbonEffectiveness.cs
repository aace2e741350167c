using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>
/// CUE (碳利用效率) by the market-based method: contracted non-fossil energy emits nothing, the rest by the residual factor.
/// </summary>
public sealed class MarketCarbonEffectiveness : FacilityKpi
{
    public override string Name => "cue_market_kilograms_per_kilowatt_hour";

    public override string Source => "ISO/IEC 30134-8; GHG Protocol Scope 2, market-based";

    public override string Unit => "kgCO2e/kWh";

    /// <returns>Null when the factor, E_DC or E_IT is not known.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        CarbonAccount.MarketBased(period) is { } carbon && period.ItEnergy is { } it
            ? new((double)carbon.Kilograms, it.KilowattHours)
            : null;
}
