using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Simulator.Layout;

/// <summary>One rack of the layout.</summary>
/// <param name="Provisioned">What it was granted.</param>
/// <param name="PduRated">Rating of each of its two PDUs; either carries the whole rack alone.</param>
public sealed record RackPlan(RackId Id, Power Provisioned, Power PduRated)
{
    /// <summary>Letter of the row, as in the rack code's beginning.</summary>
    public char Row => Id.RackCode[0];
}
