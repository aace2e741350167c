using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>DCiE: IT energy over facility energy at the first declared category, 0 to 1. Superseded by the PUE; some contracts name it.</summary>
public sealed class Dcie : FacilityKpi
{
    public override string Name => "dcie_ratio";

    public override string Source => "The Green Grid, DCiE = 1 / PUE";

    /// <returns>Null when there is no PUE.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.FirstCategory is { } category && TermsOf(period.Pue(category)) is { Upper: > 0, Lower: > 0 and var it } pue
            ? new(it, pue.Upper)
            : null;
}
