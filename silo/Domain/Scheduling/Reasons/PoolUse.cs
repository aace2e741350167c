using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>How full one pool is under a plan, and what would stop the next job.</summary>
/// <param name="Pool">Position in <see cref="PlanningInput.Pools"/>.</param>
/// <param name="Used">Units that the plan takes, one value per slot.</param>
/// <param name="FullestSlot">In which the smaller of the two rooms is least.</param>
/// <param name="RoomUnits">Units left then, by the pool and by the power together.</param>
/// <param name="RoomKw">IT kW left at the facility then.</param>
/// <param name="PowerShare">IT power over its limit then, the base load included; null where there is no limit above zero.</param>
/// <param name="IsPowerBound">Whether power, and not units, is what is short first.</param>
/// <param name="MarginalPue">Facility kW for one more IT kW then; what a placement costs, whatever the average says.</param>
/// <param name="AveragePue">Then; null when nothing runs.</param>
public sealed record PoolUse(
    int Pool, ImmutableArray<double> Used, int FullestSlot, double RoomUnits, double RoomKw, double? PowerShare, bool IsPowerBound,
    double MarginalPue, double? AveragePue)
{
    /// <summary>One per pool of the input, in its order.</summary>
    public static ImmutableArray<PoolUse> Of(PlanningInput input, ImmutableArray<Placement?> placements)
    {
        var used = new double[input.Pools.Length][];
        var index = new Dictionary<(int, PoolKind), int>();
        var added = new double[input.Facilities.Length, input.Slots];
        for (var pool = 0; pool < used.Length; pool++)
        {
            used[pool] = new double[input.Slots];
            index.Add((input.Pools[pool].Facility, input.Pools[pool].Kind), pool);
        }

        foreach (var (workload, placement) in input.Workloads.Zip(placements))
        {
            if (placement is null || !index.TryGetValue((placement.Facility, workload.Kind), out var pool))
                continue;
            foreach (var run in placement.Runs)
            {
                for (var slot = run.From; slot < run.To; slot++)
                {
                    used[pool][slot] += run.Units;
                    added[placement.Facility, slot] += run.Units * input.Pools[pool].KwPerUnit;
                }
            }
        }

        return [.. input.Pools.Select((offer, pool) => Of(input, offer, pool, used[pool], slot => added[offer.Facility, slot]))];
    }

    static PoolUse Of(PlanningInput input, CapacityOffer offer, int pool, double[] used, Func<int, double> added)
    {
        var facility = input.Facilities[offer.Facility];
        var (fullest, least, isPowerBound) = (0, double.PositiveInfinity, false);
        for (var slot = 0; slot < input.Slots; slot++)
        {
            var units = offer.Free[slot] - used[slot];
            var byPower = offer.KwPerUnit > 0 ? Kilowatts(slot) / offer.KwPerUnit : double.PositiveInfinity;
            if (Math.Min(units, byPower) < least)
                (fullest, least, isPowerBound) = (slot, Math.Min(units, byPower), byPower < units);
        }

        var load = facility.BaseKw[fullest] + added(fullest);
        return new(
            pool, [.. used], fullest, Math.Max(0, least), Math.Max(0, Kilowatts(fullest)),
            facility.LimitKw[fullest] > 0 ? load / facility.LimitKw[fullest] : null, isPowerBound, facility.Curve.MarginalPue(load),
            facility.Curve.AveragePue(load));

        double Kilowatts(int slot) => facility.LimitKw[slot] - facility.BaseKw[slot] - added(slot);
    }
}
