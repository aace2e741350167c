using DcOps.Contracts;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Ingest;

namespace DcOps.Grains.Tests.Ingest;

sealed class FakeOwners : IOwners
{
    readonly Dictionary<string, FakeOwner> _owners = new(StringComparer.Ordinal);

    public FakeOwner this[string owner] => _owners.TryGetValue(owner, out var known) ? known : _owners[owner] = new();

    public IReadingOwner Of(RoomId room) => this[room.Value];

    public IReadingOwner Of(FacilityId facility) => this[facility.Value];
}
