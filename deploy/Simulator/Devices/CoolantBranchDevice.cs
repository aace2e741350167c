using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>The flow meter in one rack's branch of the coolant loop, which both units of the room feed.</summary>
public sealed class CoolantBranchDevice(ImmutableArray<CduDevice> cdus, RackPlan plan, int rack, ulong seed)
    : MeasuringDevice<LiquidLoop>(Location.Of(plan.Id), "coolant", seed)
{
    protected override LiquidLoop Measure() => cdus.Select(cdu => cdu.BranchOf(plan, rack)).Aggregate((first, second) =>
    {
        var (heat, flow) = (first.HeatWatts + second.HeatWatts, first.CubicMetresPerSecond + second.CubicMetresPerSecond);
        return new(
            heat, flow, LiquidLoop.SupplyCelsius + (heat / (flow * LiquidLoop.Density * LiquidLoop.SpecificHeat)),
            Math.Max(first.PressurePascals, second.PressurePascals));
    });
}
