using DcOps.Contracts;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Grains.Placement;

namespace DcOps.Grains;

/// <summary>A rack's own address. It speaks for its rack, whose state its room keeps; activated when somebody asks.</summary>
[GrainType("rack"), PlacedByFacility]
public sealed class RackGrain : Grain, IRackGrain
{
    RackId _rack;
    IRoomGrain? _room;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (RackId.TryParse(this.GetPrimaryKeyString(), out _rack))
            _room = GrainFactory.GetGrain<IRoomGrain>(_rack.Room.Value);
        return Task.CompletedTask;
    }

    public ValueTask<RackSnapshot?> Snapshot() => _room?.Rack(_rack) ?? ValueTask.FromResult<RackSnapshot?>(null);
}
