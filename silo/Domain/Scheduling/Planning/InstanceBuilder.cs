using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>Lays an input out for the inner loops and leaves out every column that cannot be.</summary>
static class InstanceBuilder
{
    public static Instance Build(PlanningInput input)
    {
        var (slots, facilities, jobs) = (input.Slots, input.Facilities.Length, input.Workloads.Length);
        var (price, load, limit) = (new double[facilities * slots], new double[facilities * slots], new double[facilities * slots]);
        for (var row = 0; row < price.Length; row++)
        {
            var offer = input.Facilities[row / slots];
            price[row] = input.SlotPrice(row / slots, row % slots);
            load[row] = offer.BaseKw[row % slots];
            limit[row] = Math.Max(offer.LimitKw[row % slots], load[row]);
        }

        var (capacity, kilowatts) = (new double[facilities * Instance.Kinds * slots], new double[facilities * Instance.Kinds]);
        foreach (var pool in input.Pools)
        {
            var place = (pool.Facility * Instance.Kinds) + (int)pool.Kind;
            kilowatts[place] = pool.KwPerUnit;
            pool.Free.CopyTo(capacity, place * slots);
        }

        var quotas = new Dictionary<(string, PoolKind), int>();
        for (var row = 0; row < input.Quotas.Length; row++)
            quotas.TryAdd((input.Quotas[row].Tenant, input.Quotas[row].Kind), row);

        var (first, options) = Options(input);
        var instance = new Instance
        {
            Input = input,
            Slots = slots,
            Facilities = facilities,
            Jobs = jobs,
            Price = price,
            Base = load,
            Limit = limit,
            Curve = [.. input.Facilities.Select(offer => offer.Curve)],
            DemandCharge = [.. input.Facilities.Select(offer => offer.DemandCharge)],
            FreePeak = [.. input.Facilities.Select(offer => Math.Max(offer.BilledPeakKw, offer.BaseKw.Max(offer.Curve.FacilityKw)))],
            Capacity = capacity,
            KwPerUnit = kilowatts,
            Units = [.. input.Workloads.Select(workload => workload.Units)],
            Duration = [.. input.Workloads.Select(workload => workload.Duration)],
            Release = [.. input.Workloads.Select(workload => workload.Release)],
            Deadline = [.. input.Workloads.Select(workload => Math.Min(workload.Deadline, slots))],
            Flexibility = [.. input.Workloads.Select(workload => workload.Flexibility)],
            Quota = [.. input.Workloads.Select(workload => quotas.GetValueOrDefault((workload.Tenant, workload.Kind), -1))],
            QuotaUnits = [.. input.Quotas.Select(quota => quota.Units)],
            Penalty = [.. input.Workloads.Select(workload => workload.UnservedPenalty)],
            Checkpoint = [.. input.Workloads.Select(workload => workload.CheckpointCost)],
            MoveCost = [.. input.Workloads.Select(workload =>
                workload.Current is null ? 0 : workload.MoveCost ?? (workload.IsApproved ? input.ChurnPrice : 0))],
            IsApproved = [.. input.Workloads.Select(workload => workload.IsApproved && workload.Current is not null)],
            Current = new Column[jobs],
            Levels = [.. input.Workloads.Select(workload => workload.Levels.ToArray())],
            FirstOption = first,
            Options = options,
            LinkGbps = [.. input.Links.Select(link => link.FreeGbps)],
            Limits = [.. input.Limits],
            LimitsOf = [.. input.Facilities.Select(offer =>
                Enumerable.Range(0, input.Limits.Length).Where(row => input.Limits[row].Region == offer.Region).ToArray())],
        };
        for (var job = 0; job < jobs; job++)
            instance.Current[job] = input.Workloads[job].Current is { } current ? PlacementColumns.ToColumn(instance, job, current) : Column.None;
        return instance;
    }

    static (int[] First, Option[] Options) Options(PlanningInput input)
    {
        var eligibility = new Eligibility(input);
        var found = new List<Option>[input.Workloads.Length];
        Parallel.For(0, found.Length, job =>
        {
            var mine = new List<Option>();
            var workload = input.Workloads[job];
            for (var facility = 0; facility < input.Facilities.Length; facility++)
            {
                if (workload.Flexibility == Flexibility.Locked && facility != workload.Current!.Facility)
                    continue;
                if (eligibility.Test(workload, facility, out var option) is null)
                    mine.Add(option);
            }

            found[job] = mine;
        });

        var first = new int[found.Length + 1];
        for (var job = 0; job < found.Length; job++)
            first[job + 1] = first[job] + found[job].Count;
        return (first, [.. found.SelectMany(mine => mine)]);
    }
}
