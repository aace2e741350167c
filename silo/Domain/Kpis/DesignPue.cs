using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>
/// Design PUE (dPUE): the design's annual energies, stated with their load profile and date; never a measurement.
/// </summary>
public sealed class DesignPue : FacilityKpi
{
    public override string Name => "design_pue_ratio";

    public override string Source => "ISO/IEC 30134-2, derivatives";

    /// <returns>Null when no design was filed.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Facts.Design is { } design ? new(design.FacilityEnergy.WattHours, design.ItEnergy.WattHours) : null;
}
