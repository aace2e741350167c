using DcOps.Domain.Topology;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Devices;

/// <summary>The weather station on a site's roof.</summary>
public sealed class OutdoorSensorDevice(FacilityModel site, ulong seed)
    : MeasuringDevice<OutdoorMeasure>(Location.PlantOf(site.Plan.Id), "weather", seed)
{
    protected override OutdoorMeasure Measure() => new(site.Outdoors);
}
