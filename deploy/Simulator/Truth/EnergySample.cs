using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Truth;

/// <summary>Where a site's cumulative energies stood at an instant, mJ.</summary>
public readonly record struct EnergySample(
    long UnixSeconds, long Utility, long UpsInput, long UpsOutput, long ItInput, long Cooling, long House, long CoolantPumps)
{
    public static EnergySample Of(long unixSeconds, Balance energy) => new(
        unixSeconds, energy.Utility, energy.UpsInput, energy.UpsOutput, energy.ItInput, energy.Cooling, energy.House,
        energy.CoolantPumps);

    /// <summary>Millijoules per <see cref="TruthRole"/>, in the order of its numbers.</summary>
    public ImmutableArray<double> Flows => [Utility, UpsInput, UpsOutput, ItInput, Cooling, House, CoolantPumps];
}
