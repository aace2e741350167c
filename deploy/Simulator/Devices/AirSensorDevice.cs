using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>A temperature and humidity sensor at a rack's air inlet.</summary>
public sealed class AirSensorDevice(
    SnmpDevicePlan plan, FacilityModel site, RackPlan rackPlan, int rack, ulong seed, Func<DateTimeOffset> now)
    : MeasuringDevice<AirMeasure>(plan.Location, plan.Name, seed)
{
    /// <summary>°C between which a flapping sensor goes to and fro: either side of what is recommended.</summary>
    const double FlapLow = 25;
    const double FlapHigh = 29;

    readonly Aisle _aisle = site.AisleOf(rack);
    Flapping? _flapping;

    /// <summary>Null while it measures what is true.</summary>
    public Flapping? Flapping
    {
        get => Volatile.Read(ref _flapping);
        set => Volatile.Write(ref _flapping, value);
    }

    readonly InletAir _air = new(site.Physics.SupplyAirCelsius, SeededNoise.Key(seed, plan.Location.Path));

    protected override AirMeasure Measure()
    {
        var seconds = now().ToUnixTimeMilliseconds() / 1_000.0;
        var milliwatts = site.Feeds.Milliwatts(rack, Feed.A) + site.Feeds.Milliwatts(rack, Feed.B);
        var celsius = _air.CelsiusAt(milliwatts / 1_000.0 / rackPlan.Provisioned.Watts, seconds) + _aisle.Rise;
        if (Flapping is { } flapping)
            celsius = flapping.IsHigh(now()) ? FlapHigh : FlapLow;
        return new(celsius, _air.HumidityAt(celsius, seconds));
    }
}
