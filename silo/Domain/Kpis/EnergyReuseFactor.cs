using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>
/// ERF (能源再利用率): energy that leaves the boundary and is used outside, over facility energy. No uplift for a heat pump's
/// COP.
/// </summary>
public sealed class EnergyReuseFactor : FacilityKpi
{
    public override string Name => "erf_ratio";

    public override string Source => "ISO/IEC 30134-6; EU 2024/1364";

    /// <returns>Null when reuse is not metered, or no interval has both sides.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) => TermsOf(period.Pair(PairKind.ReuseOverFacility));
}
