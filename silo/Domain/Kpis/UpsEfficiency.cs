using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>Efficiency of the uninterruptible power supplies: output energy over input energy.</summary>
public sealed class UpsEfficiency : FacilityKpi
{
    public override string Name => "ups_efficiency_ratio";

    public override string Source => "IEC 62040-3, output over input energy";

    /// <returns>Null when one side is not metered, or no interval has both.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) => TermsOf(period.Pair(PairKind.UpsOutputOverInput));
}
