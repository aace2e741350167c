using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Checking;

/// <summary>The sums a plan makes, by the checker's own book-keeping: maps keyed by what they are about, no shared arrays.</summary>
sealed class PlanTally(PlanningInput input)
{
    const double Tolerance = 1e-6;

    readonly Dictionary<(int Facility, PoolKind Kind), double[]> _units = [];
    readonly Dictionary<int, double[]> _kilowatts = [];
    readonly Dictionary<(string Tenant, PoolKind Kind), double[]> _tenants = [];
    readonly Dictionary<(int From, int To), double[]> _links = [];
    readonly Dictionary<(int Facility, PoolKind Kind), CapacityOffer> _pools =
        input.Pools.ToDictionary(pool => (pool.Facility, pool.Kind));

    /// <summary>IT kW that the plan adds to a facility's base load.</summary>
    public double Added(int facility, int slot) => _kilowatts.TryGetValue(facility, out var series) ? series[slot] : 0;

    public double FacilityKw(int facility, int slot) =>
        input.Facilities[facility].Curve.FacilityKw(input.Facilities[facility].BaseKw[slot] + Added(facility, slot));

    public double BaseFacilityKw(int facility, int slot) =>
        input.Facilities[facility].Curve.FacilityKw(input.Facilities[facility].BaseKw[slot]);

    public void Add(Workload workload, Placement placement, ImmutableArray<Violation>.Builder violations)
    {
        var pool = _pools[(placement.Facility, workload.Kind)];
        foreach (var run in placement.Runs)
        {
            for (var slot = run.From; slot < run.To; slot++)
            {
                Of(_units, (placement.Facility, workload.Kind))[slot] += run.Units;
                Of(_kilowatts, placement.Facility)[slot] += run.Units * pool.KwPerUnit;
                Of(_tenants, (workload.Tenant, workload.Kind))[slot] += run.Units;
            }
        }

        AddTransfer(workload, placement, violations);
    }

    void AddTransfer(Workload workload, Placement placement, ImmutableArray<Violation>.Builder violations)
    {
        var to = input.Facilities[placement.Facility].Region;
        if (to == workload.DataRegion || workload.Gigabytes <= 0 || workload.Current?.Facility == placement.Facility)
            return;

        var link = input.Links.FirstOrDefault(link => link.From == workload.DataRegion && link.To == to);
        if (link is null || link.FreeGbps <= 0)
        {
            violations.Add(new(ViolationKind.NoLink, workload.Id, null, 0));
            return;
        }

        var gigabits = workload.Gigabytes * 8;
        var slots = Math.Max(1, (int)Math.Ceiling(gigabits / (Math.Min(input.GbpsPerTransfer, link.FreeGbps) * input.Step.TotalSeconds)));
        if (placement.First - slots < workload.Release)
        {
            violations.Add(new(ViolationKind.TransferWindow, workload.Id, placement.First, workload.Release + slots - placement.First));
            return;
        }

        for (var slot = placement.First - slots; slot < placement.First; slot++)
            Of(_links, (workload.DataRegion, to))[slot] += gigabits / (slots * input.Step.TotalSeconds);
    }

    public void CheckSums(ImmutableArray<Violation>.Builder violations)
    {
        void Refuse(ViolationKind kind, string subject, int slot, double excess, double limit)
        {
            if (excess > Tolerance * Math.Max(1, Math.Abs(limit)))
                violations.Add(new(kind, subject, slot, excess));
        }

        for (var slot = 0; slot < input.Slots; slot++)
        {
            foreach (var (key, used) in _units)
                Refuse(ViolationKind.Pool, $"{input.Facilities[key.Facility].Id} {key.Kind}", slot, used[slot] - _pools[key].Free[slot], used[slot]);
            foreach (var (facility, added) in _kilowatts)
            {
                var offer = input.Facilities[facility];
                if (added[slot] > Tolerance)
                    Refuse(ViolationKind.Power, offer.Id.Value, slot, offer.BaseKw[slot] + added[slot] - offer.LimitKw[slot], offer.LimitKw[slot]);
            }

            foreach (var quota in input.Quotas)
            {
                if (_tenants.TryGetValue((quota.Tenant, quota.Kind), out var used))
                    Refuse(ViolationKind.Quota, $"{quota.Tenant} {quota.Kind}", slot, used[slot] - quota.Units, quota.Units);
            }

            foreach (var ((from, to), used) in _links)
            {
                var free = input.Links.First(link => link.From == from && link.To == to).FreeGbps;
                Refuse(ViolationKind.Network, $"{input.Regions[from].Code}-{input.Regions[to].Code}", slot, used[slot] - free, free);
            }

            foreach (var limit in input.Limits.Where(limit => limit.CnyPerKwhAbove is null && slot >= limit.From && slot < limit.To))
            {
                if (RegionKw(limit.Region, slot, FacilityKw) - RegionKw(limit.Region, slot, BaseFacilityKw) > Tolerance)
                    Refuse(ViolationKind.RegionLimit, input.Regions[limit.Region].Code, slot, RegionKw(limit.Region, slot, FacilityKw) - limit.LimitKw, limit.LimitKw);
            }
        }
    }

    /// <summary>Facility kW of a region's facilities together.</summary>
    public double RegionKw(int region, int slot, Func<int, int, double> facilityKw)
    {
        var sum = 0.0;
        for (var facility = 0; facility < input.Facilities.Length; facility++)
            sum += input.Facilities[facility].Region == region ? facilityKw(facility, slot) : 0;
        return sum;
    }

    double[] Of<T>(Dictionary<T, double[]> series, T key)
        where T : notnull =>
        series.TryGetValue(key, out var found) ? found : series[key] = new double[input.Slots];
}
