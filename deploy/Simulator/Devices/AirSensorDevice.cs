using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>A temperature and humidity sensor at a rack's air inlet.</summary>
public sealed class AirSensorDevice(
    SnmpDevicePlan plan, FacilityModel site, RackPlan rackPlan, int rack, ulong seed, Func<DateTimeOffset> now)
    : MeasuringDevice<AirMeasure>(plan.Location, plan.Name, seed)
{
    readonly InletAir _air = new(site.Physics.SupplyAirCelsius, SeededNoise.Key(seed, plan.Location.Path));

    protected override AirMeasure Measure()
    {
        var seconds = now().ToUnixTimeMilliseconds() / 1_000.0;
        var milliwatts = site.Feeds.Milliwatts(rack, Feed.A) + site.Feeds.Milliwatts(rack, Feed.B);
        var celsius = _air.CelsiusAt(milliwatts / 1_000.0 / rackPlan.Provisioned.Watts, seconds);
        return new(celsius, _air.HumidityAt(celsius, seconds));
    }
}
