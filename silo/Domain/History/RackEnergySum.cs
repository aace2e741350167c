using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.History;

/// <summary>Energy of one rack, summed over the minutes of a period that are known.</summary>
/// <param name="Estimated">Part of it from minutes that rest on power samples.</param>
/// <param name="MinutesKnown">Minutes whose energy is known.</param>
public sealed record RackEnergySum(RackId Rack, Energy Energy, Energy Estimated, int MinutesKnown);
