using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>A plan in force of which a test says what runs.</summary>
sealed class SetWork : IPlannedWork
{
    public List<PlannedJob> Jobs { get; } = [];

    public ImmutableArray<PlannedJob> JobsAt(FacilityId facility, PoolKind? kind, DateTimeOffset from, DateTimeOffset until) =>
        facility == Site.Facility ? [.. Jobs.Where(job => job.From < until && job.To > from)] : [];
}
