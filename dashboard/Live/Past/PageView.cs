using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Live.Past;

/// <summary>What a page shows: of now from the grains, of a past minute from history.</summary>
/// <remarks>Of a past minute every member throws <see cref="HistoryUnavailableException"/> when history cannot be read.</remarks>
public sealed class PageView(IProvinceView view, Inventory inventory, PageTime time)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Start of the minute shown, UTC; null for now.</summary>
    public DateTimeOffset? At => time.At;

    /// <summary>End of what is shown.</summary>
    public DateTimeOffset Now => time.Now;

    /// <summary>The sheet with those values unknown that history does not keep.</summary>
    internal Sheet Of(Sheet sheet) => At is null ? sheet : sheet.Forget("-racks-alarming");

    /// <summary>Address of the stream that keeps the page new; null for a past minute, which does not change.</summary>
    public string? Live(string path) => At is null ? path : null;

    public async Task<ProvinceSnapshot> ProvinceAsync(CancellationToken cancellationToken)
    {
        if (At is not { } at)
            return await view.ProvinceAsync(cancellationToken);

        var province = new ProvinceState(inventory);
        foreach (var facility in await Task.WhenAll(inventory.Facilities.Select(facility => PastAsync(facility, at, [], cancellationToken))))
        {
            if (facility is not null)
                province.Report(facility);
        }

        return province.Snapshot(at);
    }

    /// <summary>Null when no such facility is in the inventory.</summary>
    public async Task<FacilitySnapshot?> FacilityAsync(FacilityId facility, ImmutableArray<RackSummary> racks, CancellationToken cancellationToken) =>
        At is not { } at ? await view.FacilityAsync(facility, cancellationToken)
        : !inventory.TryGet(facility, out var known) ? null
        : await PastAsync(known, at, racks, cancellationToken) ?? PastFigures.Facility(known, at, null, null, racks);

    /// <summary>Every rack of the facility, in the order of the inventory.</summary>
    public async Task<ImmutableArray<RackSummary>> RacksAsync(FacilityId facility, CancellationToken cancellationToken) =>
        At is null ? await view.RacksAsync(facility, cancellationToken)
        : inventory.TryGet(facility, out var known) ? await PastAsync([.. known.Rooms.SelectMany(room => room.Racks)], cancellationToken)
        : [];

    /// <summary>Every rack of the room, in the order of the inventory; empty when no such room is in it.</summary>
    public async Task<ImmutableArray<RackSummary>> RoomAsync(RoomId room, CancellationToken cancellationToken) =>
        At is null ? await view.RoomAsync(room, cancellationToken)
        : inventory.TryGet(room, out var known) ? await PastAsync(known.Racks, cancellationToken)
        : [];

    /// <summary>Null when no such rack is in the inventory.</summary>
    public async Task<RackSnapshot?> RackAsync(RackId rack, CancellationToken cancellationToken)
    {
        if (At is not { } at)
            return await view.RackAsync(rack, cancellationToken);

        return inventory.TryGet(rack, out var known)
            ? PastFigures.Snapshot(known, at, Known(await view.RackMinutesAsync(rack, BusinessCalendar.Shanghai.DayOf(at).From, at + Minute, cancellationToken)))
            : null;
    }

    /// <summary>Null when history cannot be read now.</summary>
    public Task<ImmutableArray<RackMinute>?> RackMinutesAsync(RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        view.RackMinutesAsync(rack, from, Until(to), cancellationToken);

    /// <summary>Null when history cannot be read now.</summary>
    public Task<ImmutableArray<FacilityMinute>?> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        view.FacilityMinutesAsync(facility, from, Until(to), cancellationToken);

    /// <summary>Null when history cannot be read now.</summary>
    public Task<ImmutableArray<FacilityInterval>?> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        view.IntervalsAsync(facility, from, Until(to), cancellationToken);

    // Null when nothing is kept of the minute.
    async Task<FacilitySnapshot?> PastAsync(Facility facility, DateTimeOffset at, ImmutableArray<RackSummary> racks, CancellationToken cancellationToken)
    {
        var minutes = Known(await view.FacilityMinutesAsync(facility.Id, at, at + Minute, cancellationToken));
        if (minutes.IsEmpty)
            return null;

        var intervals = await view.IntervalsAsync(facility.Id, BusinessCalendar.Shanghai.DayOf(at).From, at, cancellationToken);
        return PastFigures.Facility(facility, at, minutes[^1], intervals, racks);
    }

    async Task<ImmutableArray<RackSummary>> PastAsync(ImmutableArray<Rack> racks, CancellationToken cancellationToken) =>
    [
        .. await Task.WhenAll(racks.Select(async rack =>
            PastFigures.Summary(rack, Known(await view.RackMinutesAsync(rack.Id, Now, Now + Minute, cancellationToken)).LastOrDefault()))),
    ];

    // Of a past minute nothing later is shown.
    DateTimeOffset Until(DateTimeOffset to) => At is { } at && to > at + Minute ? at + Minute : to;

    static ImmutableArray<T> Known<T>(ImmutableArray<T>? rows) =>
        rows ?? throw new HistoryUnavailableException("history cannot be read, so no past minute can be shown");
}
