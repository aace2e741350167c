using DcOps.Contracts;
using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;

namespace DcOps.Grains;

/// <summary>The province as the sum of its facilities. Keeps nothing: each facility tells it anew every second.</summary>
[GrainType("province"), KeepAlive]
public sealed class ProvinceGrain(Inventory inventory, TimeProvider time) : Grain, IProvinceGrain
{
    readonly ProvinceState _state = new(inventory);

    public ValueTask Report(FacilitySnapshot facility)
    {
        if (!_state.Report(facility))
            GrainMetrics.ReportsPassedOver.Inc();
        return ValueTask.CompletedTask;
    }

    public ValueTask<ProvinceSnapshot> Snapshot() => ValueTask.FromResult(_state.Snapshot(time.GetUtcNow()));
}
