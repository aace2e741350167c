using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>
/// IT load rate (信息设备负荷使用率): IT energy over the nameplate power of the racks for the real hours of the period.
/// </summary>
public sealed class ItLoadRate : FacilityKpi
{
    public override string Name => "it_load_ratio";

    public override string Source => "national green data-centre scoring, IT load rate";

    /// <returns>Null when E_IT or the racks are not known.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.ItEnergy is { } it && period.Facts.Racks is { } racks
            ? new(it.KilowattHours, racks.RatedPower.Kilowatts * period.Hours)
            : null;
}
