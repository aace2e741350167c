using DcOps.Contracts.Alarms;
using DcOps.Domain.Quality;
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

    /// <summary>Every rack of the room as a <see cref="RackCell"/>, in the order of the inventory; empty where it is not known.</summary>
    [Alias("Cells")]
    ValueTask<ImmutableArray<byte>> Cells();

    /// <summary>What was counted of the quality of its racks' points. Null when the inventory has no such room.</summary>
    [Alias("Quality")]
    ValueTask<RoomQualityReport?> Quality();
}
