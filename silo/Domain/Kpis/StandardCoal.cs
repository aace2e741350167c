using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>Standard coal (折标煤) of the energy that entered, tce; summed.</summary>
public sealed class StandardCoal : FacilityKpi
{
    public override string Name => "standard_coal_tonnes";

    public override string Source => "GB/T 2589-2020";

    public override string Unit => "tce";

    /// <returns>Null when E_DC or the coefficient is not known.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.FacilityEnergy is { } facility && period.Facts.Coal is { } coal
            ? new((double)coal.TonnesOf(facility), null)
            : null;
}
