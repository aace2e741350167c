using DcOps.Contracts.Collectors;
using DcOps.Domain.Facilities;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Live;

/// <summary>What pages may ask: snapshots from the grains, trends from history.</summary>
public interface IProvinceView
{
    Task<ProvinceSnapshot> ProvinceAsync(CancellationToken cancellationToken);

    /// <summary>Null when no such facility is in the inventory.</summary>
    Task<FacilitySnapshot?> FacilityAsync(FacilityId facility, CancellationToken cancellationToken);

    /// <summary>Every rack of the facility, in the order of the inventory.</summary>
    Task<ImmutableArray<RackSummary>> RacksAsync(FacilityId facility, CancellationToken cancellationToken);

    /// <summary>Every rack of the room, in the order of the inventory; empty when no such room is in it.</summary>
    Task<ImmutableArray<RackSummary>> RoomAsync(RoomId room, CancellationToken cancellationToken);

    /// <summary>Every rack of the facility as a <see cref="RackCell"/>, in the order of the inventory.</summary>
    Task<ImmutableArray<byte>> CellsAsync(FacilityId facility, CancellationToken cancellationToken);

    /// <summary>Null when no such rack is in the inventory.</summary>
    Task<RackSnapshot?> RackAsync(RackId rack, CancellationToken cancellationToken);

    /// <summary>Every collector that should be heard, by name.</summary>
    Task<ImmutableArray<CollectorSnapshot>> CollectorsAsync(CancellationToken cancellationToken);

    /// <summary>Null when history cannot be read now.</summary>
    Task<ImmutableArray<RackMinute>?> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Null when history cannot be read now.</summary>
    Task<ImmutableArray<FacilityMinute>?> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Null when history cannot be read now.</summary>
    Task<ImmutableArray<FacilityInterval>?> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
