using DcOps.Domain.Scheduling.Checking;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;
using DcOps.Domain.Scheduling.Release;

namespace DcOps.Contracts.Scheduling;

/// <summary>A plan that can be read and explained.</summary>
/// <param name="Splits">Each job's part of the bill; null where it is not served.</param>
/// <param name="Pools">One per pool of the input.</param>
/// <param name="Baselines">What simpler rules make of the same input.</param>
public sealed record OpenPlan(
    PlanLife Life, Plan Plan, ImmutableArray<CostSplit?> Splits, ImmutableArray<PoolUse> Pools,
    ImmutableArray<(BaselineKind Kind, PlanVerdict Verdict)> Baselines)
{
    // The books behind the reasons are for one reader at a time.
    readonly Lock _gate = new();
    PlanReasons? _reasons;

    /// <summary>What the plan took from measurement, one per facility of its input; empty for a plan made from tables alone.</summary>
    public ImmutableArray<TruthNote> Truth { get; init; } = [];

    public WorkloadReason ReasonOf(int job)
    {
        lock (_gate)
        {
            _reasons ??= new(Plan);
            return _reasons.Of(job);
        }
    }

    /// <summary>Position of a job; null when the plan has none of this name.</summary>
    public int? Find(string job)
    {
        var workloads = Plan.Input.Workloads;
        for (var index = 0; index < workloads.Length; index++)
        {
            if (workloads[index].Id == job)
                return index;
        }

        return null;
    }
}
