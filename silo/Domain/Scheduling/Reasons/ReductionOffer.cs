using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>An offer of less power to the grid over a window, priced by planning again under it.</summary>
/// <param name="Kilowatts">Reduction of the region's facility power against the plan in the slot of least reduction.</param>
/// <param name="CostCny">What keeping it costs; the least price at which to offer.</param>
/// <param name="Moves">Workloads that would stand elsewhere.</param>
public sealed record ReductionOffer(int Region, int From, int To, double Kilowatts, double CostCny, int Moves)
{
    /// <returns>Null when the reduction cannot be kept without leaving work out that the plan serves.</returns>
    public static ReductionOffer? Of(
        Plan plan, int region, int from, int to, double kilowatts, PlanEffort effort, CancellationToken cancellationToken)
    {
        var lowest = Enumerable.Range(from, to - from).Min(slot => RegionKw(plan, region, slot));
        var limited = plan.Input with { Limits = plan.Input.Limits.Add(new(region, from, to, Math.Max(0, lowest - kilowatts), null)) };
        var result = WhatIf.Of(plan, limited, effort, cancellationToken);
        var kept = Enumerable.Range(from, to - from).Max(slot => RegionKw(result.After, region, slot));
        return result.MoreUnserved > 0 || kept > lowest - kilowatts + 1e-6
            ? null
            : new(region, from, to, kilowatts, Math.Max(0, result.MoreCny), result.Affected);
    }

    static double RegionKw(Plan plan, int region, int slot)
    {
        var sum = 0.0;
        for (var facility = 0; facility < plan.Input.Facilities.Length; facility++)
        {
            var offer = plan.Input.Facilities[facility];
            if (offer.Region != region)
                continue;
            var load = offer.BaseKw[slot];
            for (var job = 0; job < plan.Placements.Length; job++)
            {
                if (plan.Placements[job] is not { } placement || placement.Facility != facility)
                    continue;
                var pool = plan.Input.Pools.First(pool => pool.Facility == facility && pool.Kind == plan.Input.Workloads[job].Kind);
                load += placement.Runs.Where(run => slot >= run.From && slot < run.To).Sum(run => run.Units * pool.KwPerUnit);
            }

            sum += offer.Curve.FacilityKw(load);
        }

        return sum;
    }
}
