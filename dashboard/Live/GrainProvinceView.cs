using DcOps.Contracts;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Logging;

namespace DcOps.Dashboard.Live;

/// <summary>The product's own view: grains for now, the history store for what was.</summary>
/// <remarks>A grain that is silent ends the question with a <see cref="TimeoutException"/>.</remarks>
sealed partial class GrainProvinceView(
    IGrainFactory grains,
    Inventory inventory,
    IEnumerable<KnownCollector> collectors,
    IHistoryReader history,
    TimeProvider time,
    ILogger<GrainProvinceView> log) : IProvinceView
{
    /// <summary>A grain that has not answered by then will not please a reader any more.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<ProvinceSnapshot> ProvinceAsync(CancellationToken cancellationToken) =>
        await grains.GetGrain<IProvinceGrain>(inventory.Province.Value).Snapshot().AsTask().WaitAsync(Patience, time, cancellationToken);

    public async Task<FacilitySnapshot?> FacilityAsync(FacilityId facility, CancellationToken cancellationToken) =>
        inventory.TryGet(facility, out _)
            ? await grains.GetGrain<IFacilityGrain>(facility.Value).Snapshot().AsTask().WaitAsync(Patience, time, cancellationToken)
            : null;

    public async Task<ImmutableArray<RackSummary>> RacksAsync(FacilityId facility, CancellationToken cancellationToken) =>
        inventory.TryGet(facility, out _)
            ? await grains.GetGrain<IFacilityGrain>(facility.Value).Racks().AsTask().WaitAsync(Patience, time, cancellationToken)
            : [];

    public async Task<ImmutableArray<RackSummary>> RoomAsync(RoomId room, CancellationToken cancellationToken) =>
        inventory.TryGet(room, out _)
            ? await grains.GetGrain<IRoomGrain>(room.Value).Racks().AsTask().WaitAsync(Patience, time, cancellationToken)
            : [];

    public async Task<ImmutableArray<byte>> CellsAsync(FacilityId facility, CancellationToken cancellationToken) =>
        inventory.TryGet(facility, out _)
            ? await grains.GetGrain<IFacilityGrain>(facility.Value).Cells().AsTask().WaitAsync(Patience, time, cancellationToken)
            : [];

    public async Task<RackSnapshot?> RackAsync(RackId rack, CancellationToken cancellationToken) =>
        inventory.TryGet(rack, out _)
            ? await grains.GetGrain<IRackGrain>(rack.Value).Snapshot().AsTask().WaitAsync(Patience, time, cancellationToken)
            : null;

    public async Task<ImmutableArray<CollectorSnapshot>> CollectorsAsync(CancellationToken cancellationToken) =>
    [
        .. await Task.WhenAll(collectors.OrderBy(collector => collector.Name, StringComparer.Ordinal).Select(collector =>
            grains.GetGrain<ICollectorGrain>(collector.Name).Snapshot().AsTask().WaitAsync(Patience, time, cancellationToken))),
    ];

    public Task<ImmutableArray<RackMinute>?> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        TryAsync(history.RackMinutesAsync(rack, from, to, cancellationToken));

    public Task<ImmutableArray<FacilityMinute>?> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        TryAsync(history.FacilityMinutesAsync(facility, from, to, cancellationToken));

    public Task<ImmutableArray<FacilityInterval>?> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        TryAsync(history.IntervalsAsync(facility, from, to, cancellationToken));

    async Task<ImmutableArray<T>?> TryAsync<T>(Task<ImmutableArray<T>> rows)
    {
        try
        {
            return await rows;
        }
        catch (HistoryUnavailableException fault)
        {
            LogNoHistory(fault.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A page is shown without its trend: {Reason}")]
    partial void LogNoHistory(string reason);
}
