using DcOps.Contracts;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.History;
using DcOps.Domain.Quality;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;
using DcOps.Grains.Owners;
using DcOps.Grains.Placement;

namespace DcOps.Grains;

/// <summary>Owner and single writer of a room's racks; tells its facility.</summary>
[GrainType("room"), KeepAlive, PlacedByFacility]
public sealed class RoomGrain(OwnerParts parts, AlarmParts alarmParts) : OwnerGrain<RoomImage>(parts, "room"), IRoomGrain
{
    static readonly TimeSpan LoadEvery = TimeSpan.FromSeconds(30);

    RoomState? _state;
    IIncidentGrain _incidents = null!;
    DateTimeOffset _loadAt;
    IFacilityGrain _facility = null!;
    OwnerAlarms _alarms = null!;

    protected override bool Exists => _state is not null || TryGetRoom(out _);

    protected override bool IsDirty => _state!.IsDirty || _alarms.IsDirty;

    public ValueTask<RackSnapshot?> Rack(RackId rack) => ValueTask.FromResult(_state?.Rack(rack, Now));

    public ValueTask<ImmutableArray<RackSummary>> Racks() => ValueTask.FromResult(_state?.Racks(Now) ?? []);

    public ValueTask<ImmutableArray<byte>> Cells() => ValueTask.FromResult(_state?.Cells(Now, _alarms.Book.WorstByPath()) ?? []);

    public ValueTask<RoomQualityReport?> Quality() => ValueTask.FromResult(_state?.Quality(Now));

    public ValueTask<ImmutableArray<BulkLine>> Act(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, bool isBulk, bool isPreview) =>
        _alarms.ActAsync(alarms, command, author, isBulk, isPreview);

    public ValueTask<ImmutableArray<BulkLine>> Undo(ImmutableArray<AlarmKey> alarms, string author) => _alarms.UndoAsync(alarms, author);

    protected override Task PrepareAsync() => _alarms.CatchUpAsync(isFresh: true);

    protected override void Sweep(DateTimeOffset now)
    {
        _alarms.Tick(now);
        if (now < _loadAt)
            return;
        _loadAt = now + LoadEvery;
        _incidents.Load(this.GetPrimaryKeyString(), [.. _state!.Racks(now).Select(rack => rack.Power?.Watts ?? double.NaN)]).AsTask().Ignore();
    }

    protected override void Begin(RoomImage? image)
    {
        TryGetRoom(out var room);
        _state = image is null ? RoomState.New(room!) : RoomState.Restore(room!, image);
        _facility = GrainFactory.GetGrain<IFacilityGrain>(room!.Id.Facility.Value);
        _incidents = GrainFactory.GetGrain<IIncidentGrain>(room.Id.Facility.Value);
        _alarms = new(room.Id.Value, alarmParts, _incidents, image?.Alarms) { Inputs = OwnHistories.OfRoom(room, alarmParts) };
        foreach (var rack in image?.Racks ?? [])
            _alarms.Remember(Location.Of(rack.Rack), rack.Latest);
    }

    protected override long FoldedThrough(string collector) => _state!.FoldedThrough(collector);

    protected override FoldOutcome Fold(ReadingBatch batch, DateTimeOffset receivedAt)
    {
        var outcome = _state!.Fold(batch, receivedAt);
        _alarms.Observe(batch.Location, _state.Taken, receivedAt);
        return outcome;
    }

    protected override HistoryBatch TakeRows(DateTimeOffset now) => _state!.TakeRows(now);

    protected override ValueTask ReportAsync(DateTimeOffset now) => _facility.Report(_state!.Report(now));

    protected override RoomImage Save() => _state!.Save() with { Alarms = _alarms.Save(Now) };

    protected override ImmutableArray<CollectorSequence> SequencesOf(RoomImage image) => image.Sequences;

    bool TryGetRoom(out Room? room)
    {
        room = null;
        return RoomId.TryParse(this.GetPrimaryKeyString(), out var id) && Parts.Inventory.TryGet(id, out room);
    }
}
