using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;
using DcOps.Domain.Scheduling.Release;

namespace DcOps.Planning;

/// <summary>A plan with what explains it.</summary>
static class PlanOpening
{
    public static OpenPlan Of(PlanLife life, Plan plan, ImmutableArray<PoolUse> pools, CancellationToken cancellationToken) => new(
        life, plan, CostSplits.Of(plan), pools,
        [.. Enum.GetValues<BaselineKind>().Select(kind => (kind, Baselines.Make(plan.Input, kind, cancellationToken).Verdict))]);

    /// <summary>IT kW placed in the fullest slot.</summary>
    public static double HighestKw(PlanningInput input, ImmutableArray<PoolUse> pools) =>
        Enumerable.Range(0, input.Slots).Max(slot => pools.Sum(use => use.Used[slot] * input.Pools[use.Pool].KwPerUnit));
}
