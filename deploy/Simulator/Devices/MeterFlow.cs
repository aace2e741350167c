using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>Which part of a site's flows goes through one meter of its plant.</summary>
public static class MeterFlow
{
    /// <summary>mW of a power, mJ of an energy. Two feeds of one site add up to it: the second takes what the first leaves.</summary>
    public static long Of(MeterPlan plan, in Balance balance)
    {
        var whole = plan.Kind switch
        {
            MeterKind.Utility => balance.Utility,
            MeterKind.UpsInput => balance.UpsInput,
            MeterKind.UpsOutput => balance.UpsOutput,
            MeterKind.Cooling => balance.Cooling,
            MeterKind.House => balance.House,
            _ => throw new InvalidOperationException($"{plan.Kind} is not a meter kind."),
        };
        return plan.Name.EndsWith("-2", StringComparison.Ordinal) ? whole - Share(whole, 1 - plan.Share) : Share(whole, plan.Share);
    }

    static long Share(long whole, double share) => share >= 1 ? whole : whole / 1_000 * (long)Math.Round(share * 1_000);
}
