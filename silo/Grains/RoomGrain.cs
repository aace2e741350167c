using DcOps.Contracts;
using DcOps.Domain.History;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Grains.Owners;

namespace DcOps.Grains;

/// <summary>Owner and single writer of a room's racks; tells its facility.</summary>
[GrainType("room"), KeepAlive]
public sealed class RoomGrain(OwnerParts parts) : OwnerGrain<RoomImage>(parts, "room"), IRoomGrain
{
    RoomState? _state;
    IFacilityGrain _facility = null!;

    protected override bool Exists => _state is not null || TryGetRoom(out _);

    protected override bool IsDirty => _state!.IsDirty;

    public ValueTask<RackSnapshot?> Rack(RackId rack) => ValueTask.FromResult(_state?.Rack(rack, Now));

    public ValueTask<ImmutableArray<RackSummary>> Racks() => ValueTask.FromResult(_state?.Racks(Now) ?? []);

    protected override void Begin(RoomImage? image)
    {
        TryGetRoom(out var room);
        _state = image is null ? RoomState.New(room!) : RoomState.Restore(room!, image);
        _facility = GrainFactory.GetGrain<IFacilityGrain>(room!.Id.Facility.Value);
    }

    protected override long FoldedThrough(string collector) => _state!.FoldedThrough(collector);

    protected override FoldOutcome Fold(ReadingBatch batch, DateTimeOffset receivedAt) => _state!.Fold(batch, receivedAt);

    protected override HistoryBatch TakeRows(DateTimeOffset now) => _state!.TakeRows(now);

    protected override ValueTask ReportAsync(DateTimeOffset now) => _facility.Report(_state!.Report(now));

    protected override RoomImage Save() => _state!.Save();

    protected override ImmutableArray<CollectorSequence> SequencesOf(RoomImage image) => image.Sequences;

    bool TryGetRoom(out Room? room)
    {
        room = null;
        return RoomId.TryParse(this.GetPrimaryKeyString(), out var id) && Parts.Inventory.TryGet(id, out room);
    }
}
