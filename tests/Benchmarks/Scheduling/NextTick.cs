using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Benchmarks.Scheduling;

/// <summary>The input of a later plan: all placements approved, some jobs new, and perhaps an outage.</summary>
public static class NextTick
{
    /// <param name="newShare">Share of the jobs that are replaced by new ones.</param>
    public static PlanningInput After(Plan plan, double newShare, int seed)
    {
        var random = new Random(seed);
        var workloads = plan.Input.Workloads.Select((workload, index) => random.NextDouble() < newShare
            ? workload with { Id = $"{workload.Id}n{seed}", Current = null, IsApproved = false, Units = Math.Max(1, (int)(workload.Units * (0.7 + (0.6 * random.NextDouble())))), Levels = [], Flexibility = workload.Flexibility == Flexibility.Elastic ? Flexibility.Deferrable : workload.Flexibility }
            : workload with { Current = plan.Placements[index], IsApproved = plan.Placements[index] is not null });
        return plan.Input with { Workloads = [.. workloads] };
    }

    /// <summary>The largest facility keeps three fifths of the power above its base load for five hours.</summary>
    public static PlanningInput WithOutage(PlanningInput input)
    {
        var largest = Enumerable.Range(0, input.Facilities.Length).MaxBy(facility => input.Facilities[facility].LimitKw[0]);
        var offer = input.Facilities[largest];
        return input with
        {
            Facilities = input.Facilities.SetItem(largest, offer with
            {
                LimitKw = [.. offer.LimitKw.Select((limit, slot) => slot is >= 40 and < 60 ? Math.Max(offer.BaseKw[slot], 0.6 * limit) : limit)],
            }),
        };
    }
}
