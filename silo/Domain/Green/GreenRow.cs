using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>One facility's line of the green ledger over a period. Null is not known.</summary>
/// <param name="LocationCarbon">By the location-based method.</param>
/// <param name="LocationFactorYear">Year that the factor describes, which may be before the activity's.</param>
/// <param name="MarketCarbon">By the market-based method.</param>
/// <param name="RenewableShare">REF, 0 to 1.</param>
/// <param name="HasUnverifiedFactor">Whether a factor used was not read in its own publication.</param>
public sealed record GreenRow(
    FacilityId Facility,
    DateTimeOffset From,
    DateTimeOffset To,
    Energy? FacilityEnergy,
    CarbonMass? LocationCarbon,
    int? LocationFactorYear,
    CarbonMass? MarketCarbon,
    int? MarketFactorYear,
    WaterVolume? Water,
    Ratio? RenewableShare,
    bool HasUnverifiedFactor)
{
    public static GreenRow Of(FacilityId facility, FacilityPeriod period)
    {
        var (location, residual) = (period.Facts.LocationFactor, period.Facts.ResidualFactor);
        var (byLocation, byMarket) = (CarbonAccount.LocationBased(period), CarbonAccount.MarketBased(period));
        return new(
            facility, period.From, period.To, period.FacilityEnergy, byLocation, byLocation is null ? null : location!.Year, byMarket,
            byMarket is null ? null : residual!.Year, period.Water,
            new RenewableEnergyFactor().Compute(period) is { } share ? new Ratio(share) : null,
            (byLocation is not null && location!.Verification != Rules.Verification.Verified)
            || (byMarket is not null && residual!.Verification != Rules.Verification.Verified));
    }
}
