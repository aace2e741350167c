using DcOps.Domain.Units;

namespace DcOps.Domain.Topology;

/// <summary>One data centre as the inventory knows it.</summary>
/// <param name="Meters">The declared boundary; empty when nobody declared one, and then the facility has no PUE.</param>
/// <param name="ItCapacity">Design IT power; null when not declared.</param>
[GenerateSerializer, Immutable, Alias("Facility")]
public sealed record Facility(
    [property: Id(0)] FacilityId Id,
    [property: Id(1)] CityCode City,
    [property: Id(2)] Designation Name,
    [property: Id(3)] ImmutableArray<Room> Rooms,
    [property: Id(4)] ImmutableArray<BoundaryMeter> Meters,
    [property: Id(5)] Power? ItCapacity)
{
    public int RackCount => Rooms.Sum(room => room.Racks.Length);
}
