using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch;

/// <summary>A plan's served jobs as commands with what they promise.</summary>
static class DispatchWork
{
    public static ImmutableArray<DispatchCommand> Of(OpenPlan open)
    {
        var (plan, input) = (open.Plan, open.Plan.Input);
        var promises = PlanPromises.Of(plan, open.Splits);
        var commands = ImmutableArray.CreateBuilder<DispatchCommand>();
        for (var job = 0; job < plan.Placements.Length; job++)
        {
            if (plan.Placements[job] is not { } placement)
                continue;
            var (workload, units) = (input.Workloads[job], placement.Runs.Max(run => run.Units));
            var pool = input.Pools.First(each => each.Facility == placement.Facility && each.Kind == workload.Kind);
            commands.Add(new(
                open.Life.Id, workload.Id, workload.Tenant, input.Facilities[placement.Facility].Id.Value, workload.Kind,
                input.StartsAt + (input.Step * placement.First), input.StartsAt + (input.Step * placement.End), units, units * pool.KwPerUnit,
                promises[job] ?? default));
        }

        return commands.ToImmutable();
    }
}
