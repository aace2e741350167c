using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// The yearly indicator set of Delegated Regulation (EU) 2024/1364, for installed IT power from 500 kW. Null is not known.
/// The letters of the annex were not read in the text itself: the names are the regulation's concepts.
/// </summary>
public sealed record EuropeanReport(
    Power? InstalledItPower,
    Energy? FacilityEnergy,
    Energy? ItEnergy,
    WaterVolume? Water,
    Energy? Reuse,
    Energy? Renewable,
    double? Pue,
    double? Wue,
    double? Erf,
    double? Ref)
{
    public static readonly Power ReportingThreshold = Power.FromKilowatts(500);

    /// <summary>Whether the regulation asks for a report; null when the installed power is not known.</summary>
    public bool? IsOwed => InstalledItPower is { } power ? power >= ReportingThreshold : null;

    public static EuropeanReport Of(FacilityPeriod period, Power? installedItPower)
    {
        var onSite = period[MeterRole.Renewable]?.Filled;
        var contracted = period.Facts.ContractedRenewable;
        return new(
            installedItPower,
            period.FacilityEnergy,
            period.ItEnergy,
            period.Water,
            period[MeterRole.Reuse]?.Filled,
            onSite is null && contracted is null ? null : (onSite ?? Energy.Zero) + (contracted ?? Energy.Zero),
            period.FirstCategory is { } category ? period.Pue(category).Ratio?.Value : null,
            new WaterUsageEffectiveness().Compute(period),
            new EnergyReuseFactor().Compute(period),
            new RenewableEnergyFactor().Compute(period));
    }
}
