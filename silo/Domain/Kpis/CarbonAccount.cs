using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// Carbon of a facility's electricity by both methods (GHG Protocol Scope 2 Guidance). On-site renewable generation emits
/// nothing in either; contracted non-fossil energy emits nothing in the market-based one.
/// </summary>
public static class CarbonAccount
{
    /// <summary>Electricity that came from the grid: E_DC less on-site renewables; null when no energy entered.</summary>
    public static Energy? GridEnergy(FacilityPeriod period) => period.FacilityEnergy is { } facility
        ? Rest(facility - period.OtherCarriers, period[MeterRole.Renewable]?.Filled ?? Energy.Zero)
        : null;

    /// <summary>Null when the grid energy or the factor is not known, or the factor is of another method.</summary>
    public static CarbonMass? LocationBased(FacilityPeriod period) =>
        GridEnergy(period) is { } grid && period.Facts.LocationFactor is { Method: FactorMethod.Location } factor
            ? factor.Of(grid) + (period.Facts.FuelCarbon ?? CarbonMass.Zero)
            : null;

    /// <summary>Null when the grid energy or the factor is not known, or the factor is of another method.</summary>
    public static CarbonMass? MarketBased(FacilityPeriod period)
    {
        var contracted = (period.Facts.ContractedRenewable ?? Energy.Zero) + (period.Facts.ContractedNonFossil ?? Energy.Zero);
        return GridEnergy(period) is { } grid && period.Facts.ResidualFactor is { Method: FactorMethod.Residual } factor
            ? factor.Of(Rest(grid, contracted)) + (period.Facts.FuelCarbon ?? CarbonMass.Zero)
            : null;
    }

    static Energy Rest(Energy whole, Energy part) => part >= whole ? Energy.Zero : whole - part;
}
