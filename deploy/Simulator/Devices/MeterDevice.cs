using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>One energy meter of the plant.</summary>
public sealed class MeterDevice(MeterPlan plan, FacilityModel site, ulong seed, Func<DateTimeOffset> now)
    : MeasuringDevice<MeterMeasure>(Location.PlantOf(site.Plan.Id), plan.Name, seed)
{
    /// <summary>W.</summary>
    public double Rated => plan.Rated.Watts;

    public override ServedRegister Register { get; } = new(LifetimeMillijoules(plan, site), RegisterForm.Meter);

    public override long TrueMillijoules => Part(site.EnergyAt(now()));

    protected override MeterMeasure Measure() => new(Part(site.Power), TrueMillijoules);

    // Two feeds of one site add up to it: the second takes what the first leaves.
    long Part(Balance balance)
    {
        var whole = plan.Kind switch
        {
            MeterKind.Utility => balance.Utility,
            MeterKind.UpsOutput => balance.UpsOutput,
            MeterKind.Cooling => balance.Cooling,
            _ => throw new InvalidOperationException($"{plan.Kind} is not a meter kind."),
        };
        return plan.Name == "utility-2" ? whole - Share(whole, 1 - plan.Share) : Share(whole, plan.Share);
    }

    static long Share(long whole, double share) => share >= 1 ? whole : whole / 1_000 * (long)Math.Round(share * 1_000);

    static long LifetimeMillijoules(MeterPlan plan, FacilityModel site) =>
        (long)(plan.Rated.Watts / 3 * Math.Max(0.5, site.Plan.Age.Years) * 8_766) * RegisterForm.WattHour;
}
