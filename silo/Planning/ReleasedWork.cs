using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Topology;

namespace DcOps.Planning;

/// <summary>The work of one released plan by facility.</summary>
sealed class ReleasedWork
{
    readonly ILookup<FacilityId, PlannedJob> _jobs;

    public ReleasedWork(string plan, PlanningInput input, ImmutableArray<Placement?> placements)
    {
        (Plan, Input, Placements) = (plan, input, placements);
        _jobs = Enumerable.Range(0, placements.Length).Where(job => placements[job] is not null)
            .Select(job => (placements[job]!.Facility, Job: Of(job)))
            .ToLookup(each => input.Facilities[each.Facility].Id, each => each.Job);
    }

    public string Plan { get; }

    public PlanningInput Input { get; }

    public ImmutableArray<Placement?> Placements { get; }

    public ImmutableArray<PlannedJob> At(FacilityId facility, PoolKind? kind, DateTimeOffset from, DateTimeOffset until) =>
    [
        .. _jobs[facility].Where(job => (kind is null || job.Kind == kind) && job.From < until && job.To > from)
            .OrderBy(job => job.From).ThenBy(job => job.Job, StringComparer.Ordinal),
    ];

    PlannedJob Of(int job)
    {
        var (workload, placement) = (Input.Workloads[job], Placements[job]!);
        var units = placement.Runs.Max(run => run.Units);
        var pool = Input.Pools.First(each => each.Facility == placement.Facility && each.Kind == workload.Kind);
        return new(
            Plan, workload.Id, workload.Tenant, workload.Kind, workload.Flexibility, Input.StartsAt + (Input.Step * placement.First),
            Input.StartsAt + (Input.Step * placement.End), units, units * pool.KwPerUnit);
    }
}
