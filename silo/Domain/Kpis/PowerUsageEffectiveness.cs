using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>PUE (电能利用效率) of one category: facility energy over IT energy. 1 is ideal; real sites are above it.</summary>
public abstract class PowerUsageEffectiveness(PueCategory category) : FacilityKpi
{
    public PueCategory Category => category;

    public override string Source => "ISO/IEC 30134-2";

    /// <returns>Null when the category is not declared, or no interval has both sides.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Entering is null || period[category.ItRole()] is null ? null : TermsOf(period.Pue(category));
}
