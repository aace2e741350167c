using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>One data centre of the layout.</summary>
/// <param name="Fill">How far customers have filled their racks, 0 to 1.</param>
/// <param name="ItCapacity">Design IT power: what its racks were granted, less diversity.</param>
/// <param name="SpeaksSparkplug">Whether its meters stand behind a Sparkplug B edge node instead of plain JSON.</param>
public sealed record FacilityPlan(
    FacilityId Id,
    SimulatedCity City,
    Designation Name,
    SiteKind Kind,
    Ageing Age,
    double Fill,
    Power ItCapacity,
    ImmutableArray<RoomPlan> Rooms,
    ImmutableArray<SnmpDevicePlan> Devices,
    ImmutableArray<MeterPlan> Meters,
    bool SpeaksSparkplug)
{
    public int RackCount => Rooms.Sum(room => room.Racks.Length);

    /// <summary>All racks, room by room; the index is the rack's number in the running model.</summary>
    public IEnumerable<RackPlan> Racks => Rooms.SelectMany(room => room.Racks);
}
