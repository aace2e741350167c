using DcOps.Domain.Alarms;
using DcOps.Domain.Ledger;
using DcOps.Domain.Quality;
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

    /// <summary>What was counted of the racks' points; default in images of before anybody counted.</summary>
    [Id(7)]
    public ImmutableArray<QualityDay> Quality { get; init; } = [];

    /// <summary>The last five-minute record that was counted, by rack in the order of <see cref="Racks"/>, then class; default in older images.</summary>
    [Id(8)]
    public ImmutableArray<int> LastRecords { get; init; } = [];
}
