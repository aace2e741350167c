using System.Diagnostics.CodeAnalysis;
using DcOps.Contracts;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest;

/// <summary>The lane of every location of the inventory.</summary>
sealed class OwnerLanes
{
    readonly Dictionary<Location, OwnerLane> _byLocation;

    public OwnerLanes(
        Inventory inventory, IOwners owners, IngestLoad load, IngestOptions options, TimeProvider time, ILogger logger)
    {
        _byLocation = new(inventory.RackCount + inventory.Facilities.Length);
        foreach (var facility in inventory.Facilities)
        {
            _byLocation.Add(Location.PlantOf(facility.Id), LaneTo(facility.Id.Value, owners.Of(facility.Id)));
            foreach (var room in facility.Rooms)
            {
                var lane = LaneTo(room.Id.Value, owners.Of(room.Id));
                foreach (var rack in room.Racks)
                    _byLocation.Add(Location.Of(rack.Id), lane);
            }
        }

        OwnerLane LaneTo(string name, IReadingOwner owner) => new(name, owner, load, options, time, logger);
    }

    public bool TryGet(Location location, [NotNullWhen(true)] out OwnerLane? lane) => _byLocation.TryGetValue(location, out lane);
}
