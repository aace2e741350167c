using DcOps.Domain.Kpis;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>
/// What a facility's KPIs need over a period besides metered electricity. Null is not known, and then the KPI is not
/// known either.
/// </summary>
public sealed record FacilityFacts
{
    public static FacilityFacts None { get; } = new();

    /// <summary>
    /// Renewable energy from outside whose attributes the facility owns and has retired: contracts and certificates.
    /// </summary>
    public Energy? ContractedRenewable { get; init; }

    /// <summary>
    /// Other non-fossil energy by contract (nuclear); free of carbon in the market-based method, not renewable.
    /// </summary>
    public Energy? ContractedNonFossil { get; init; }

    /// <summary>Water that entered the site.</summary>
    public WaterVolume? Water { get; init; }

    /// <summary>Water intensity of the grid's electricity, L/kWh.</summary>
    public double? GridWaterLitresPerKilowattHour { get; init; }

    /// <summary>Factor of the province's grid, for the location-based method.</summary>
    public EmissionFactor? LocationFactor { get; init; }

    /// <summary>Factor of the electricity without market-traded non-fossil, for the market-based method.</summary>
    public EmissionFactor? ResidualFactor { get; init; }

    /// <summary>Carbon of fuels burnt inside the boundary; null counts as none.</summary>
    public CarbonMass? FuelCarbon { get; init; }

    /// <summary>Coal per kilowatt-hour by which electricity becomes standard coal.</summary>
    public CoalCoefficient? Coal { get; init; }

    /// <summary>Processor utilization of all servers, idle ones included.</summary>
    public ServerLoad? Servers { get; init; }

    /// <summary>Best performance and greatest power, by kind of server; empty when not declared.</summary>
    public ImmutableArray<ServerPerformance> ServerKinds { get; init; } = [];

    public RackCounts? Racks { get; init; }

    /// <summary>The design's own figure; null when nobody filed one.</summary>
    public DesignProfile? Design { get; init; }
}
