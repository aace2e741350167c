using DcOps.Domain.Alarms;
using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Racks;

/// <summary>Everything of a room's state that must survive: its racks, the intervals that can be restated, and what was folded.</summary>
/// <param name="Sequences">Last sequence folded, by collector.</param>
[GenerateSerializer, Immutable, Alias("RoomImage")]
public sealed record RoomImage(
    [property: Id(0)] RoomId Room,
    [property: Id(1)] long Version,
    [property: Id(2)] ImmutableArray<RackImage> Racks,
    [property: Id(3)] ImmutableArray<EnergySlot> Quarters,
    [property: Id(4)] ImmutableArray<EnergySlot> Minutes,
    [property: Id(5)] ImmutableArray<CollectorSequence> Sequences)
{
    /// <summary>Alarms of the room's racks; null in images of before there were any.</summary>
    [Id(6)]
    public OwnerAlarmImage? Alarms { get; init; }
}
