using DcOps.Contracts;
using DcOps.Domain.Topology;
using DcOps.Grains.Placement;
using DcOps.Silo.Host.Ingest;
using Orleans.Core.Internal;
using Orleans.Metadata;

namespace DcOps.Silo.Host.Cluster;

/// <summary>The grains that have a home: those that the inventory asks for, and those that are awake in a silo.</summary>
sealed class OwnersHere(IGrainFactory grains, IOwners owners, Inventory inventory, GrainPropertiesResolver properties)
{
    /// <summary>Every room and facility with its key.</summary>
    public IEnumerable<(string Key, IReadingOwner Owner)> All =>
        inventory.Facilities.Select(facility => (facility.Id.Value, owners.Of(facility.Id)))
            .Concat(inventory.Facilities.SelectMany(facility => facility.Rooms).Select(room => (room.Id.Value, owners.Of(room.Id))));

    /// <summary>Grains placed by facility that are awake in the silo.</summary>
    public async Task<IEnumerable<GrainId>> GrainsAsync(SiloAddress silo)
    {
        var awake = await grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(null, [silo]);
        return awake.Select(grain => grain.GrainId).Where(IsPlaced);
    }

    public IGrainManagementExtension Manage(GrainId grain) => grains.GetGrain(grain).AsReference<IGrainManagementExtension>();

    bool IsPlaced(GrainId grain) =>
        properties.GetGrainProperties(grain.Type).Properties.TryGetValue(WellKnownGrainTypeProperties.PlacementStrategy, out var placement)
        && placement == nameof(FacilityPlacement);
}
