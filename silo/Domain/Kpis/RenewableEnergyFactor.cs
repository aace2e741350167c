using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Kpis;

/// <summary>
/// REF (可再生能源利用率): renewable energy whose attributes are owned and retired, over facility energy; at most 1.
/// </summary>
public sealed class RenewableEnergyFactor : FacilityKpi
{
    public override string Name => "ref_ratio";

    public override string Source => "ISO/IEC 30134-3";

    /// <returns>Null when neither a contract nor on-site generation is known, or no energy entered.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period)
    {
        var onSite = period[MeterRole.Renewable]?.Filled.WattHours;
        var contracted = period.Facts.ContractedRenewable?.WattHours;
        return period.FacilityEnergy is { } facility && (onSite is not null || contracted is not null)
            ? new(Math.Min((onSite ?? 0) + (contracted ?? 0), facility.WattHours), facility.WattHours)
            : null;
    }
}
