using DcOps.Simulator.Physics;

namespace DcOps.Simulator.State;

/// <summary>True energies of one site since the model began, mJ.</summary>
/// <param name="Feeds">Of each feed, rack by rack, A before B.</param>
public sealed record SiteState(string Id, Balance Energy, long[] Feeds)
{
    /// <summary>Of the pumps of each coolant distribution unit; null in a state of an earlier release.</summary>
    public long[]? CoolantUnits { get; init; }
}
