using DcOps.Domain.Facilities;
using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Standard racks (标准机架): nameplate power of the installed racks in units of 2.5 kW; they are summed.</summary>
public sealed class StandardRacks : FacilityKpi
{
    public static readonly Power One = Power.FromKilowatts(2.5);

    public override string Name => "standard_racks";

    public override string Source => "national data-centre statistics, 2.5 kW a standard rack";

    public override string Unit => "racks";

    /// <returns>Null when racks are not counted.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Facts.Racks is { } racks ? new((racks.RatedPower / One).Value, null) : null;

    /// <summary>Size class by standard racks: large from 3 000, super-large from 10 000.</summary>
    public static FacilityScale ScaleOf(double standardRacks) => standardRacks switch
    {
        >= 10_000 => FacilityScale.SuperLarge,
        >= 3_000 => FacilityScale.Large,
        _ => FacilityScale.SmallOrMedium,
    };
}
