namespace DcOps.Domain.Scheduling.Model;

/// <summary>Whether an input can be planned with. A workload that can never fit is no fault: it stays unserved, with its reason.</summary>
public static class InputCheck
{
    /// <summary>Every fault at once; empty when planning may begin.</summary>
    public static ImmutableArray<InputFault> Faults(PlanningInput input)
    {
        var faults = ImmutableArray.CreateBuilder<InputFault>();
        if (input.Slots is < 1 or > 4000)
            faults.Add(new("plan", $"has {input.Slots} slots; give 1 to 4000."));
        if (input.Step <= TimeSpan.Zero)
            faults.Add(new("plan", $"has a step of {input.Step}; give a positive one."));
        if (!double.IsFinite(input.CarbonPrice) || input.CarbonPrice < 0)
            faults.Add(new("plan", "has a carbon price below zero or unknown; give zero or more."));
        foreach (var twice in input.Facilities.GroupBy(facility => facility.Id).Where(group => group.Count() > 1))
            faults.Add(new(twice.Key.ToString(), "is there twice; keep one."));
        foreach (var facility in input.Facilities)
            Check(input, facility, faults);
        foreach (var twice in input.Pools.GroupBy(pool => (pool.Facility, pool.Kind)).Where(group => group.Count() > 1))
            faults.Add(new($"{twice.Key}", "has two pools of one kind; add them up."));
        foreach (var pool in input.Pools)
            Check(input, pool, faults);
        foreach (var twice in input.Workloads.GroupBy(workload => workload.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add(new(twice.Key, "is there twice; keep one."));
        foreach (var workload in input.Workloads)
            Check(input, workload, faults);
        foreach (var quota in input.Quotas.Where(quota => !(quota.Units >= 0)))
            faults.Add(new(quota.Tenant, $"has a quota of {quota.Units} {quota.Kind}; give zero or more."));
        foreach (var link in input.Links.Where(link =>
            !IsRegion(input, link.From) || !IsRegion(input, link.To) || !(link.FreeGbps >= 0) || !(link.RoundTripMilliseconds >= 0)))
            faults.Add(new($"link {link.From}-{link.To}", "names an unknown region or a negative figure; correct it."));
        foreach (var limit in input.Limits.Where(limit =>
            !IsRegion(input, limit.Region) || limit.From < 0 || limit.To > input.Slots || limit.From >= limit.To
            || !(limit.LimitKw >= 0) || limit.CnyPerKwhAbove is < 0))
            faults.Add(new($"limit of region {limit.Region}", "lies outside the plan or is negative; correct it."));
        return faults.ToImmutable();
    }

    static bool IsRegion(PlanningInput input, int region) => region >= 0 && region < input.Regions.Length;

    static void Check(PlanningInput input, FacilityOffer facility, ImmutableArray<InputFault>.Builder faults)
    {
        var subject = facility.Id.ToString();
        if (!IsRegion(input, facility.Region))
            faults.Add(new(subject, "names an unknown region; give the position of one."));
        if (!(facility.Curve is { FixedKw: >= 0, Slope: >= 1, Curvature: >= 0 }))
            faults.Add(new(subject, "has a power curve with less than no losses; give fixed ≥ 0, slope ≥ 1, curvature ≥ 0."));
        if (!(facility.DemandCharge >= 0) || !(facility.BilledPeakKw >= 0))
            faults.Add(new(subject, "has a negative demand charge or billed peak; give zero or more."));
        Series(facility.BaseKw, "base load", isSigned: false);
        Series(facility.LimitKw, "power limit", isSigned: false);
        Series(facility.Price, "tariff", isSigned: true);
        Series(facility.Carbon, "carbon intensity", isSigned: false);

        void Series(ImmutableArray<double> series, string name, bool isSigned)
        {
            if (series.Length != input.Slots)
                faults.Add(new(subject, $"has {series.Length} values of {name} for {input.Slots} slots; give one per slot."));
            else if (series.Any(value => !double.IsFinite(value) || (!isSigned && value < 0)))
                faults.Add(new(subject, $"has a gap or an impossible value in its {name}; fill slot {Bad(series, isSigned)}."));
        }
    }

    static int Bad(ImmutableArray<double> series, bool isSigned) =>
        series.TakeWhile(value => double.IsFinite(value) && (isSigned || value >= 0)).Count();

    static void Check(PlanningInput input, CapacityOffer pool, ImmutableArray<InputFault>.Builder faults)
    {
        var subject = $"{(pool.Facility >= 0 && pool.Facility < input.Facilities.Length ? input.Facilities[pool.Facility].Id : pool.Facility)} {pool.Kind}";
        if (pool.Facility < 0 || pool.Facility >= input.Facilities.Length)
            faults.Add(new(subject, "names an unknown facility; give the position of one."));
        if (!(pool.KwPerUnit >= 0) || !double.IsFinite(pool.KwPerUnit))
            faults.Add(new(subject, $"takes {pool.KwPerUnit} kW per unit; give zero or more."));
        if (pool.Free.Length != input.Slots || pool.Free.Any(free => !(free >= 0)))
            faults.Add(new(subject, "needs its free units, zero or more, for every slot."));
    }

    static void Check(PlanningInput input, Workload workload, ImmutableArray<InputFault>.Builder faults)
    {
        if (workload.Units < 1 || workload.Duration < 1)
            faults.Add(new(workload.Id, $"asks {workload.Units} units for {workload.Duration} slots; give one or more of each."));
        if (workload.Release < 0 || workload.Deadline <= workload.Release)
            faults.Add(new(workload.Id, $"may run in [{workload.Release}, {workload.Deadline}); give a window inside the plan."));
        if (!IsRegion(input, workload.Origin) || !IsRegion(input, workload.DataRegion))
            faults.Add(new(workload.Id, "names an unknown region; give the position of one."));
        if (!(workload.UnservedPenalty >= 0) || !(workload.Gigabytes >= 0) || !(workload.CheckpointCost >= 0) || workload.MoveCost is < 0)
            faults.Add(new(workload.Id, "has a negative cost or size; give zero or more."));
        if ((workload.Flexibility == Flexibility.Elastic) == workload.Levels.IsEmpty || !IsConcave(workload.Levels))
            faults.Add(new(workload.Id, "needs levels if and only if it is elastic, each worth no more per unit than the one before."));
        if (workload.Flexibility == Flexibility.Locked && workload.Current is null)
            faults.Add(new(workload.Id, "is locked and stands nowhere; give its placement."));
        if (workload.Current is { } current && (current.Facility < 0 || current.Facility >= input.Facilities.Length || current.Runs.IsDefaultOrEmpty))
            faults.Add(new(workload.Id, "stands in an unknown facility; give the position of one."));
    }

    static bool IsConcave(ImmutableArray<ScalingLevel> levels)
    {
        var (units, speed, worth) = (0, 0.0, double.PositiveInfinity);
        foreach (var level in levels)
        {
            if (level.Units <= units || level.Speed <= speed)
                return false;
            var step = (level.Speed - speed) / (level.Units - units);
            if (step > worth * (1 + 1e-9))
                return false;
            (units, speed, worth) = (level.Units, level.Speed, step);
        }

        return true;
    }
}
