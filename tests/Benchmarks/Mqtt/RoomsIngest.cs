using DcOps.Contracts;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>The fold that the rooms' grains do, without the actor runtime around it.</summary>
sealed class RoomsIngest : IIngest
{
    readonly Dictionary<string, RoomState> _rooms = new(StringComparer.Ordinal);
    readonly Lock _gate = new();

    public RoomsIngest(Inventory inventory)
    {
        foreach (var room in inventory.Facilities.SelectMany(facility => facility.Rooms))
        {
            var state = RoomState.New(room);
            foreach (var rack in room.Racks)
                _rooms[rack.Id.Value] = state;
        }
    }

    public long Accepted { get; private set; }

    public Task<ImmutableArray<IngestReceipt>> DeliverAsync(ImmutableArray<ReadingBatch> batches, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var batch in batches)
                Accepted += _rooms[batch.Location.Path].Fold(batch, TimeProvider.System.GetUtcNow()).Counts.Accepted;
        }

        return Task.FromResult<ImmutableArray<IngestReceipt>>(
            [.. batches.Select(batch => new IngestReceipt(batch.Collector, batch.Sequence, IngestOutcome.Stored))]);
    }
}
