using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>The flow meter in one rack's branch of the coolant loop.</summary>
public sealed class CoolantBranchDevice(CduDevice cdu, RackPlan plan, int rack, ulong seed)
    : MeasuringDevice<LiquidLoop>(Location.Of(plan.Id), "coolant", seed)
{
    protected override LiquidLoop Measure() => cdu.BranchOf(plan, rack);
}
