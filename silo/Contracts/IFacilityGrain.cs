using DcOps.Contracts.Alarms;
using DcOps.Domain.Facilities;
using DcOps.Domain.Racks;
using Orleans.Concurrency;

namespace DcOps.Contracts;

/// <summary>A facility: owner of its plant's state, sum of its rooms. Key: the facility id.</summary>
[Alias("facility")]
public interface IFacilityGrain : IReadingOwner, IAlarmOwner
{
    /// <summary>A room's newest report; an older one than the last changes nothing.</summary>
    [Alias("Report")]
    ValueTask Report(RoomReport report);

    /// <summary>Null when no such facility is in the inventory.</summary>
    [Alias("Snapshot")]
    ValueTask<FacilitySnapshot?> Snapshot();

    /// <summary>Every rack of the facility, room by room in the order of the inventory; asks the rooms, so for pages, not for loops.</summary>
    [Alias("Racks"), AlwaysInterleave]
    ValueTask<ImmutableArray<RackSummary>> Racks();

    /// <summary>Every rack of the facility as a <see cref="RackCell"/>, room by room in the order of the inventory; asks the rooms.</summary>
    [Alias("Cells"), AlwaysInterleave]
    ValueTask<ImmutableArray<byte>> Cells();
}
