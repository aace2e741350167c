using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>Partial PUE (局部 PUE) of the coolant loops: their pumps' and IT energy over IT energy, at the first declared category.</summary>
public sealed class CoolantPartialPue : FacilityKpi
{
    public override string Name => "coolant_ppue_ratio";

    public override string Source => "ISO/IEC 30134-2, derivatives";

    /// <returns>Null when the pumps are not metered, or no interval has both sides.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        TermsOf(period.Pair(PairKind.CoolantPumpsOverIt)) is { Lower: { } it } terms ? new(terms.Upper + it, it) : null;
}
