using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>
/// CUE (碳利用效率) by the location-based method: carbon of the grid's average over IT energy; PUE × factor where all is
/// grid electricity.
/// </summary>
public sealed class LocationCarbonEffectiveness : FacilityKpi
{
    public override string Name => "cue_location_kilograms_per_kilowatt_hour";

    public override string Source => "ISO/IEC 30134-8; GHG Protocol Scope 2, location-based";

    public override string Unit => "kgCO2e/kWh";

    /// <returns>Null when the factor, E_DC or E_IT is not known.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        CarbonAccount.LocationBased(period) is { } carbon && period.ItEnergy is { } it
            ? new((double)carbon.Kilograms, it.KilowattHours)
            : null;
}
