using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>CER (制冷效率比): heat removed over the electricity of the cooling, kWh thermal over kWh.</summary>
public sealed class CoolingEfficiencyRatio : FacilityKpi
{
    public override string Name => "cer_ratio";

    public override string Source => "ISO/IEC 30134-7";

    /// <returns>Null when heat or cooling is not metered, or no interval has both.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) => TermsOf(period.Pair(PairKind.HeatOverCooling));
}
