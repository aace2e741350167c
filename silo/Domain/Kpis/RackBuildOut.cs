using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>Racks installed over racks of the design: the first gate of the national scoring, at least one half.</summary>
public sealed class RackBuildOut : FacilityKpi
{
    public override string Name => "rack_build_out_ratio";

    public override string Source => "national green data-centre scoring, installed over design";

    /// <returns>Null when racks are not counted, or the design has none.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Facts.Racks is { Design: > 0 } racks ? new(racks.Installed, racks.Design) : null;
}
