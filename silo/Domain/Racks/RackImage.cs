using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Racks;

/// <summary>Everything of a rack's state that must survive.</summary>
/// <param name="Recalled">Default in an image of a release that recalled nothing.</param>
[GenerateSerializer, Immutable, Alias("RackImage")]
public sealed record RackImage(
    [property: Id(0)] RackId Rack,
    [property: Id(1)] ImmutableArray<Reading> Latest,
    [property: Id(2)] ImmutableArray<EnergyMeter> Meters,
    [property: Id(3)] MinuteSeries Power,
    [property: Id(4)] MinuteSeries Inlet,
    [property: Id(5)] ImmutableArray<PendingMinute> Minutes,
    [property: Id(6)] ImmutableArray<EnergySlot> Quarters,
    [property: Id(7)] DateTimeOffset NewestAt,
    [property: Id(8)] DateTimeOffset ClosedThrough,
    [property: Id(9)] DayEnergy Today,
    [property: Id(10)] ImmutableArray<RecalledPoint> Recalled = default);
