using DcOps.Contracts;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;
using DcOps.Grains.Owners;
using DcOps.Grains.Placement;

namespace DcOps.Grains;

/// <summary>Owner of a facility's plant, sum of its rooms; tells the province.</summary>
[GrainType("facility"), KeepAlive, PlacedByFacility]
public sealed class FacilityGrain(OwnerParts parts, AlarmParts alarmParts) : OwnerGrain<FacilityImage>(parts, "facility"), IFacilityGrain
{
    FacilityState? _state;
    IProvinceGrain _province = null!;
    OwnerAlarms _alarms = null!;
    long _dropped;
    ImmutableArray<IRoomGrain> _rooms = [];

    protected override bool Exists => _state is not null || TryGetFacility(out _);

    protected override bool IsDirty => _state!.IsDirty || _alarms.IsDirty;

    // What rooms report is in no record of the journal.
    protected override TimeSpan CheckpointEvery => Parts.Checkpointing.Interval;

    public ValueTask Report(RoomReport report)
    {
        if (_state?.Report(report) != true)
            GrainMetrics.ReportsPassedOver.Inc();
        return ValueTask.CompletedTask;
    }

    public ValueTask<FacilitySnapshot?> Snapshot() => ValueTask.FromResult(_state?.Snapshot(Now));

    public async ValueTask<ImmutableArray<RackSummary>> Racks()
    {
        var rooms = await Task.WhenAll(_rooms.Select(room => room.Racks().AsTask()));
        return [.. rooms.SelectMany(racks => racks)];
    }

    public async ValueTask<ImmutableArray<byte>> Cells()
    {
        var rooms = await Task.WhenAll(_rooms.Select(room => room.Cells().AsTask()));
        return [.. rooms.Zip(_state!.Facility.Rooms, CellsOf).SelectMany(cells => cells)];

        // A room that does not know its racks yet must not shift its neighbours'.
        static IEnumerable<byte> CellsOf(ImmutableArray<byte> cells, Room room) =>
            cells.Length == room.Racks.Length ? cells : Enumerable.Repeat(RackCell.Unknown, room.Racks.Length);
    }

    public ValueTask<ImmutableArray<BulkLine>> Act(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, bool isBulk, bool isPreview) =>
        _alarms.ActAsync(alarms, command, author, isBulk, isPreview);

    public ValueTask<ImmutableArray<BulkLine>> Undo(ImmutableArray<AlarmKey> alarms, string author) => _alarms.UndoAsync(alarms, author);

    protected override Task PrepareAsync() => _alarms.CatchUpAsync(isFresh: true);

    protected override void Sweep(DateTimeOffset now) => _alarms.Tick(now);

    protected override void Begin(FacilityImage? image)
    {
        TryGetFacility(out var facility);
        _state = image is null ? FacilityState.New(facility!) : FacilityState.Restore(facility!, image);
        _alarms = new(
            facility!.Id.Value, alarmParts, GrainFactory.GetGrain<IIncidentGrain>(facility.Id.Value), image?.Alarms)
        {
            Contacts = new(Location.PlantOf(facility.Id), alarmParts, GrainFactory),
            Inputs = [new FacilityAppraisal(facility, alarmParts), .. OwnHistories.OfFacility(facility, alarmParts)],
        };
        foreach (var known in image?.Sequences ?? [])
            _alarms.Contacts.Note(known.Collector);
        _alarms.Remember(Location.PlantOf(facility.Id), image?.Latest ?? []);
        _province = GrainFactory.GetGrain<IProvinceGrain>(Parts.Inventory.Province.Value);
        _rooms = [.. facility!.Rooms.Select(room => GrainFactory.GetGrain<IRoomGrain>(room.Id.Value))];
    }

    protected override long FoldedThrough(string collector) => _state!.FoldedThrough(collector);

    protected override FoldOutcome Fold(ReadingBatch batch, DateTimeOffset receivedAt)
    {
        var outcome = _state!.Fold(batch, receivedAt);
        _alarms.Contacts?.Note(batch.Collector);
        _alarms.Observe(batch.Location, _state.Taken, receivedAt);
        return outcome;
    }

    protected override HistoryBatch TakeRows(DateTimeOffset now) => _state!.TakeRows(now);

    // What came after its day may have been closed is told to the ledger, which restates.
    protected override void Told(HistoryBatch rows, DateTimeOffset now)
    {
        LedgerMetrics.Readings.WithLabels("kept").Inc(rows.MeterReadings.Length);
        LedgerMetrics.Readings.WithLabels("dropped").Inc(_state!.ReadingsDropped - _dropped);
        _dropped = _state.ReadingsDropped;
        if (LateReadings.Of(rows, now) is { Count: > 0 } late)
            LateReadings.Tell(GrainFactory.GetGrain<ILedgerGrain>(this.GetPrimaryKeyString()), late);
    }

    protected override ValueTask ReportAsync(DateTimeOffset now) => _province.Report(_state!.Snapshot(now));

    protected override FacilityImage Save() => _state!.Save() with { Alarms = _alarms.Save(Now) };

    protected override ImmutableArray<CollectorSequence> SequencesOf(FacilityImage image) => image.Sequences;

    bool TryGetFacility(out Facility? facility)
    {
        facility = null;
        return FacilityId.TryParse(this.GetPrimaryKeyString(), out var id) && Parts.Inventory.TryGet(id, out facility);
    }
}
