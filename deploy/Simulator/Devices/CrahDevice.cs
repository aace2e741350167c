using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Devices;

/// <summary>The air handler of one row: supply air, fans, and whether it runs.</summary>
public sealed class CrahDevice(RowPlan row, FacilityModel site, ulong seed)
    : MeasuringDevice<CrahMeasure>(Location.PlantOf(site.Plan.Id), row.CrahName, seed)
{
    /// <summary>m³/h for each kW that the row was granted: 12 K between cold and hot aisle.</summary>
    const double FlowOfKilowatt = 250;

    /// <summary>1/min.</summary>
    public const double FullSpeed = 1_450;

    public RowPlan Row => row;

    public FacilityModel Site => site;

    /// <summary>m³/h at full speed.</summary>
    public double FullFlow => row.Provisioned.Kilowatts * FlowOfKilowatt;

    protected override CrahMeasure Measure()
    {
        var aisle = site.AisleOf(row);
        var load = row.Racks.Sum(rack => site.Feeds.Milliwatts(rack, Feed.A) + site.Feeds.Milliwatts(rack, Feed.B)) / 1_000.0 / row.Provisioned.Watts;
        return new(
            site.Physics.SupplyAirCelsius + aisle.Rise, aisle.IsStopped ? 0 : Math.Clamp(0.35 + (0.65 * load), 0.35, 1), aisle.IsStopped);
    }
}
