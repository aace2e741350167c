using DcOps.Domain.Topology;

namespace DcOps.Simulator.Layout;

/// <summary>One room of the layout, at most 200 racks in rows of twenty.</summary>
public sealed record RoomPlan(RoomId Id, Designation Name, ImmutableArray<RackPlan> Racks);
