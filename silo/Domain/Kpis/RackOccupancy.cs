using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>Rack occupancy (上架率): racks in service over racks installed.</summary>
public sealed class RackOccupancy : FacilityKpi
{
    public override string Name => "rack_occupancy_ratio";

    public override string Source => "national green data-centre scoring, rack occupancy";

    /// <returns>Null when racks are not counted, or none stands.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Facts.Racks is { Installed: > 0 } racks ? new(racks.InService, racks.Installed) : null;
}
