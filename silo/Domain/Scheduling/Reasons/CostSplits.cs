using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>Splits the bill of a plan over its workloads so that nothing is left over: in each facility and slot by kW.</summary>
public static class CostSplits
{
    /// <returns>One per workload; null where it is not served.</returns>
    public static ImmutableArray<CostSplit?> Of(Plan plan)
    {
        var instance = InstanceBuilder.Build(plan.Input);
        var added = new double[instance.Facilities * instance.Slots];
        ForEach(plan, instance, (_, pool, slot, units) => added[(pool / Instance.Kinds * instance.Slots) + slot] += units * instance.KwPerUnit[pool]);
        var rates = new SlotRates(plan.Input, instance, added, plan.Verdict.Bill);
        var splits = new CostSplit?[instance.Jobs];
        for (var job = 0; job < instance.Jobs; job++)
            splits[job] = plan.Placements[job] is { } placement ? Split(plan, instance, rates, job, placement) : null;
        return [.. splits];
    }

    static CostSplit Split(Plan plan, Instance instance, SlotRates rates, int job, Placement placement)
    {
        var (workload, pool) = (plan.Input.Workloads[job], (placement.Facility * Instance.Kinds) + (int)plan.Input.Workloads[job].Kind);
        var (energy, carbon, demand, limits, power, units, quota) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var run in placement.Runs)
        {
            for (var slot = run.From; slot < run.To; slot++)
            {
                var (row, kilowatts) = ((placement.Facility * instance.Slots) + slot, run.Units * instance.KwPerUnit[pool]);
                energy += kilowatts * rates.Energy[row];
                carbon += kilowatts * rates.Carbon[row];
                demand += kilowatts * rates.Demand[row];
                limits += kilowatts * rates.Limits[row];
                var marginal = plan.Prices.FacilityPrice(instance, placement.Facility, slot) * instance.Curve[placement.Facility].MarginalPue(instance.Limit[row]);
                power += kilowatts * Math.Max(0, plan.Prices.Power[row] - marginal);
                units += run.Units * plan.Prices.Pool[(pool * instance.Slots) + slot];
                quota += instance.Quota[job] >= 0 ? run.Units * plan.Prices.Quota[(instance.Quota[job] * instance.Slots) + slot] : 0;
            }
        }

        var column = PlacementColumns.ToColumn(instance, job, placement);
        var transfer = column.IsServed ? instance.Options[column.Option].Fixed : 0;
        var checkpoints = workload.CheckpointCost * column.Pauses;
        return new(energy, carbon, demand, limits, transfer, instance.JobCost(job, column) - transfer - checkpoints, checkpoints, power, units, quota);
    }

    static void ForEach(Plan plan, Instance instance, Action<int, int, int, int> use)
    {
        for (var job = 0; job < instance.Jobs; job++)
        {
            foreach (var run in plan.Placements[job]?.Runs ?? [])
            {
                for (var slot = run.From; slot < run.To; slot++)
                    use(job, (plan.Placements[job]!.Facility * Instance.Kinds) + (int)plan.Input.Workloads[job].Kind, slot, run.Units);
            }
        }
    }
}
