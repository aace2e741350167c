using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Search;

/// <summary>Places that a search found, the best first, some of each kind.</summary>
/// <param name="MatchingRacks">Racks that match in all.</param>
sealed record FoundPlaces(
    ImmutableArray<City> Cities, ImmutableArray<Facility> Facilities, ImmutableArray<Room> Rooms, ImmutableArray<Rack> Racks,
    int MatchingFacilities, int MatchingRooms, int MatchingRacks)
{
    public static readonly FoundPlaces None = new([], [], [], [], 0, 0, 0);

    public bool IsEmpty => Cities.IsEmpty && Facilities.IsEmpty && Rooms.IsEmpty && Racks.IsEmpty;
}
