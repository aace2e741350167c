using DcOps.Domain.Alarms;
using DcOps.Domain.History;
using DcOps.Domain.Metering;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>Everything of a facility's state that must survive.</summary>
/// <param name="PairedSince">
/// First minute in which both sides of each category's PUE were known, category 1 first; null while there was none.
/// </param>
/// <param name="Sequences">Last sequence folded, by collector.</param>
[GenerateSerializer, Immutable, Alias("FacilityImage")]
public sealed record FacilityImage(
    [property: Id(0)] FacilityId Facility,
    [property: Id(1)] long Version,
    [property: Id(2)] ImmutableArray<Reading> Latest,
    [property: Id(3)] ImmutableArray<EnergyMeter> Meters,
    [property: Id(4)] ImmutableArray<RoleImage> Roles,
    [property: Id(5)] ImmutableArray<RoomSlotsImage> Rooms,
    [property: Id(6)] ImmutableArray<MinuteSeries> Series,
    [property: Id(7)] ImmutableArray<PendingFacilityMinute> PendingMinutes,
    [property: Id(8)] DateTimeOffset ClosedThrough,
    [property: Id(9)] ImmutableArray<DateTimeOffset?> PairedSince,
    [property: Id(10)] ImmutableArray<CollectorSequence> Sequences)
{
    /// <summary>Thinning of the plant's meters; default in images of before there was any.</summary>
    [Id(11)]
    public ImmutableArray<ThinnedMeterImage> Thinned { get; init; }

    /// <summary>Readings kept and not handed on yet; default likewise.</summary>
    [Id(12)]
    public ImmutableArray<MeterReading> KeptReadings { get; init; }

    /// <summary>Alarms of the plant; null in images of before there were any.</summary>
    [Id(13)]
    public OwnerAlarmImage? Alarms { get; init; }
}
