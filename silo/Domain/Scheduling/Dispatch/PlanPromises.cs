using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;

namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>A plan's energy, money and carbon job by job. They sum to the plan's bill.</summary>
public static class PlanPromises
{
    /// <param name="splits">The jobs' parts of the bill, one per job.</param>
    /// <returns>One per job; null where it is not served.</returns>
    public static ImmutableArray<JobPromise?> Of(Plan plan, ImmutableArray<CostSplit?> splits)
    {
        var input = plan.Input;
        var perUnit = input.Pools.ToDictionary(pool => (pool.Facility, pool.Kind), pool => pool.KwPerUnit);
        var added = new double[input.Facilities.Length, input.Slots];
        Each((_, facility, slot, kilowatts) => added[facility, slot] += kilowatts);

        var (energy, carbon) = (new double[plan.Placements.Length], new double[plan.Placements.Length]);
        Each((job, facility, slot, kilowatts) =>
        {
            var offer = input.Facilities[facility];
            var (without, with) = (offer.Curve.FacilityKw(offer.BaseKw[slot]), offer.Curve.FacilityKw(offer.BaseKw[slot] + added[facility, slot]));
            var kilowattHours = added[facility, slot] > 0 ? input.SlotHours * (with - without) * kilowatts / added[facility, slot] : 0;
            energy[job] += kilowattHours;
            carbon[job] += kilowattHours * offer.Carbon[slot] / 1000;
        });
        return [.. splits.Select((split, job) => split is null ? null : (JobPromise?)new JobPromise(energy[job], split.Billed, carbon[job]))];

        void Each(Action<int, int, int, double> at)
        {
            for (var job = 0; job < plan.Placements.Length; job++)
            {
                if (plan.Placements[job] is not { } placement)
                    continue;
                var kilowatts = perUnit[(placement.Facility, input.Workloads[job].Kind)];
                foreach (var run in placement.Runs)
                {
                    for (var slot = run.From; slot < run.To; slot++)
                        at(job, placement.Facility, slot, run.Units * kilowatts);
                }
            }
        }
    }
}
