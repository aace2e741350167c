using DcOps.Contracts.Collectors;

namespace DcOps.Grains;

/// <summary>The last report of one collector, and when it came.</summary>
[GrainType("collector"), KeepAlive]
public sealed class CollectorGrain(TimeProvider time) : Grain, ICollectorGrain
{
    CollectorReport? _report;
    DateTimeOffset? _heardAt;
    OfferedConfiguration? _offered;

    public ValueTask Report(CollectorReport report)
    {
        if (_report is null || report.StartedAt != _report.StartedAt || report.At >= _report.At)
            (_report, _heardAt) = (report, time.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    public ValueTask Offer(OfferedConfiguration offered)
    {
        _offered = offered;
        return ValueTask.CompletedTask;
    }

    public ValueTask<CollectorSnapshot> Snapshot() =>
        ValueTask.FromResult(new CollectorSnapshot(this.GetPrimaryKeyString(), time.GetUtcNow(), _heardAt, _report, _offered));
}
