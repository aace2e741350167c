using DcOps.Contracts.Alarms;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Contracts;

/// <summary>Owner and single writer of its racks' state. Key: the room id.</summary>
[Alias("room")]
public interface IRoomGrain : IReadingOwner, IAlarmOwner
{
    /// <summary>Null when the rack is not in this room.</summary>
    [Alias("Rack")]
    ValueTask<RackSnapshot?> Rack(RackId rack);

    /// <summary>Every rack of the room, in the order of the inventory.</summary>
    [Alias("Racks")]
    ValueTask<ImmutableArray<RackSummary>> Racks();
}
