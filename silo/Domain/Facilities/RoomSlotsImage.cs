using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>What must survive of a room's reports at its facility.</summary>
/// <param name="Report">Null when the room never reported.</param>
[GenerateSerializer, Immutable, Alias("RoomSlotsImage")]
public sealed record RoomSlotsImage(
    [property: Id(0)] RoomId Room,
    [property: Id(1)] RoomReport? Report,
    [property: Id(2)] ImmutableArray<EnergySlot> Quarters,
    [property: Id(3)] ImmutableArray<EnergySlot> Minutes);
