using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Topology;

/// <summary>The province's cities, facilities, rooms and racks: immutable, looked up by id.</summary>
public sealed class Inventory
{
    readonly FrozenDictionary<CityCode, City> _cities;
    readonly FrozenDictionary<FacilityId, Facility> _facilities;
    readonly FrozenDictionary<RoomId, Room> _rooms;
    readonly FrozenDictionary<RackId, Rack> _racks;

    /// <exception cref="ArgumentException">Two cities, facilities, rooms or racks share an id.</exception>
    public Inventory(
        ProvinceId province,
        Designation name,
        ImmutableArray<City> cities,
        ImmutableArray<Facility> facilities)
    {
        Province = province;
        Name = name;
        Cities = cities;
        Facilities = facilities;
        _cities = cities.ToFrozenDictionary(city => city.Code);
        _facilities = facilities.ToFrozenDictionary(facility => facility.Id);
        _rooms = facilities.SelectMany(facility => facility.Rooms).ToFrozenDictionary(room => room.Id);
        _racks = facilities.SelectMany(facility => facility.Rooms).SelectMany(room => room.Racks)
            .ToFrozenDictionary(rack => rack.Id);
    }

    public ProvinceId Province { get; }

    public Designation Name { get; }

    /// <summary>In the order of the configuration.</summary>
    public ImmutableArray<City> Cities { get; }

    /// <summary>In the order of the configuration.</summary>
    public ImmutableArray<Facility> Facilities { get; }

    public int RackCount => _racks.Count;

    public bool TryGet(CityCode code, [NotNullWhen(true)] out City? city) => _cities.TryGetValue(code, out city);

    public bool TryGet(FacilityId id, [NotNullWhen(true)] out Facility? facility) =>
        _facilities.TryGetValue(id, out facility);

    public bool TryGet(RoomId id, [NotNullWhen(true)] out Room? room) => _rooms.TryGetValue(id, out room);

    public bool TryGet(RackId id, [NotNullWhen(true)] out Rack? rack) => _racks.TryGetValue(id, out rack);

    /// <summary>Whether a reading of this location has an owner here.</summary>
    public bool Knows(Location location) =>
        location.Rack is { } rack ? _racks.ContainsKey(rack) : _facilities.ContainsKey(location.Facility);
}
