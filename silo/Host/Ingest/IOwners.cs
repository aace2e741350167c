using DcOps.Contracts;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest;

/// <summary>Who owns what the readings of a place change.</summary>
public interface IOwners
{
    IReadingOwner Of(RoomId room);

    /// <summary>Owner of the facility's plant.</summary>
    IReadingOwner Of(FacilityId facility);
}
