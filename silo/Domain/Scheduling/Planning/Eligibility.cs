using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>Which facilities may take a workload, and if not, the first reason in the order people read them.</summary>
sealed class Eligibility
{
    readonly PlanningInput _input;
    readonly Dictionary<(int From, int To), int> _links = [];
    readonly CapacityOffer?[] _pools;

    public Eligibility(PlanningInput input)
    {
        _input = input;
        for (var link = 0; link < input.Links.Length; link++)
            _links.TryAdd((input.Links[link].From, input.Links[link].To), link);
        _pools = new CapacityOffer?[input.Facilities.Length * Instance.Kinds];
        foreach (var pool in input.Pools)
            _pools[(pool.Facility * Instance.Kinds) + (int)pool.Kind] = pool;
    }

    /// <summary>Null when the workload may go there, with the option that says how.</summary>
    public Exclusion? Test(Workload workload, int facility, out Option option)
    {
        option = default;
        var offer = _input.Facilities[facility];
        var isThere = workload.Current?.Facility == facility;
        if (offer.Status == OfferStatus.Standby || (offer.Status != OfferStatus.Live && !isThere))
            return Exclusion.Status;
        if (workload.SecurityGrade > offer.SecurityGrade)
            return Exclusion.Grade;
        if (!workload.MayLeaveProvince && !_input.Regions[offer.Region].IsInProvince)
            return Exclusion.Residency;
        if (RoundTrip(workload.Origin, offer.Region) > workload.Latency.LimitMilliseconds())
            return Exclusion.Latency;
        var place = (facility * Instance.Kinds) + (int)workload.Kind;
        if (_pools[place] is not { } pool)
            return Exclusion.NoPool;
        if (workload.Stack is { } stack && !pool.Stacks.IsEmpty && !pool.Stacks.Contains(stack))
            return Exclusion.Stack;

        option = new(facility, place, 0, workload.Release, -1, 0, 0);
        if (offer.Region != workload.DataRegion && workload.Gigabytes > 0 && !isThere)
        {
            if (!_links.TryGetValue((workload.DataRegion, offer.Region), out var index) || _input.Links[index].FreeGbps <= 0)
                return Exclusion.NoLink;
            var link = _input.Links[index];
            var gigabits = workload.Gigabytes * 8;
            var slots = Math.Max(1, (int)Math.Ceiling(gigabits / (Math.Min(_input.GbpsPerTransfer, link.FreeGbps) * _input.Step.TotalSeconds)));
            option = option with
            {
                Fixed = workload.Gigabytes * link.CnyPerGigabyte,
                Earliest = workload.Release + slots,
                Link = index,
                TransferSlots = slots,
                Gbps = gigabits / (slots * _input.Step.TotalSeconds),
            };
        }

        return FitsAlone(workload, offer, pool, option.Earliest);
    }

    double RoundTrip(int from, int to) => from == to
        ? 0
        : _links.TryGetValue((from, to), out var link) ? _input.Links[link].RoundTripMilliseconds : double.PositiveInfinity;

    Exclusion? FitsAlone(Workload workload, FacilityOffer offer, CapacityOffer pool, int earliest)
    {
        var end = Math.Min(workload.Deadline, _input.Slots);
        var units = workload.Levels.IsEmpty ? workload.Units : workload.Levels[0].Units;
        var speed = workload.Levels.IsEmpty ? 1 : workload.Levels[^1].Speed;
        if ((end - earliest) * speed < workload.Duration)
            return Exclusion.Window;

        var (run, longest, total, isPoolShort, isPowerShort) = (0, 0, 0, false, false);
        for (var slot = Math.Max(0, earliest); slot < end; slot++)
        {
            var (lacksPool, lacksPower) =
                (pool.Free[slot] < units, offer.BaseKw[slot] + (units * pool.KwPerUnit) > offer.LimitKw[slot]);
            (isPoolShort, isPowerShort) = (isPoolShort | lacksPool, isPowerShort | lacksPower);
            run = lacksPool || lacksPower ? 0 : run + 1;
            (longest, total) = (Math.Max(longest, run), total + (run > 0 ? 1 : 0));
        }

        var reach = workload.Flexibility is Flexibility.Interruptible or Flexibility.Elastic ? total * speed : longest;
        return reach >= workload.Duration ? null : isPoolShort ? Exclusion.NeverFitsPool : isPowerShort ? Exclusion.NeverFitsPower : Exclusion.Window;
    }
}
