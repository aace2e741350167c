using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Devices;

/// <summary>One energy meter of the plant.</summary>
public sealed class MeterDevice(MeterPlan plan, FacilityModel site, ulong seed, Func<DateTimeOffset> now)
    : MeasuringDevice<MeterMeasure>(Location.PlantOf(site.Plan.Id), plan.Name, seed)
{
    /// <summary>W.</summary>
    public double Rated => plan.Rated.Watts;

    public override ServedRegister Register { get; } = new(LifetimeMillijoules(plan, site), RegisterForm.Meter);

    public override long TrueMillijoules => MeterFlow.Of(plan, site.EnergyAt(now()));

    protected override MeterMeasure Measure() => new(MeterFlow.Of(plan, site.Power), TrueMillijoules);

    static long LifetimeMillijoules(MeterPlan plan, FacilityModel site) =>
        (long)(plan.Rated.Watts / 3 * Math.Max(0.5, site.Plan.Age.Years) * 8_766) * RegisterForm.WattHour;
}
