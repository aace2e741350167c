using DcOps.Contracts;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest;

/// <summary>The grains of the cluster as owners.</summary>
sealed class GrainOwners(IGrainFactory grains) : IOwners
{
    public IReadingOwner Of(RoomId room) => grains.GetGrain<IRoomGrain>(room.Value);

    public IReadingOwner Of(FacilityId facility) => grains.GetGrain<IFacilityGrain>(facility.Value);
}
