using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>Answers questions about one plan: why here, why not there, what else. Made once per plan; not for two threads at once.</summary>
public sealed class PlanReasons
{
    readonly Plan _plan;
    readonly Instance _instance;
    readonly LoadBook _book;
    readonly Insertion _insertion;
    readonly Eligibility _eligibility;

    public PlanReasons(Plan plan)
    {
        (_plan, _instance, _eligibility) = (plan, InstanceBuilder.Build(plan.Input), new(plan.Input));
        _book = new(_instance);
        for (var job = 0; job < _instance.Jobs; job++)
        {
            if (plan.Placements[job] is { } placement)
                _book.Place(job, PlacementColumns.ToColumn(_instance, job, placement));
        }

        _insertion = new(_instance, _book, plan.Prices);
    }

    public WorkloadReason Of(int job)
    {
        var (placement, alternatives) = (_plan.Placements[job], Alternatives(job));
        var rejected = Rejected(job);
        var dominant = placement is null ? Waiting(job, rejected) : Chosen(job, placement, alternatives, rejected);
        return new(dominant, alternatives, rejected, placement?.First ?? FirstRoom(job));
    }

    /// <summary>Up to three other places, each at its best time, with everything else as planned.</summary>
    public ImmutableArray<Alternative> Alternatives(int job)
    {
        var placed = _book.Columns[job];
        _book.Remove(job);
        var found = _insertion.Each(job).Where(option => !option.Column.IsSame(placed)).OrderBy(option => option.Price).ToList();
        var price = placed.IsServed ? _insertion.PriceOfPlaced(job, placed) : _instance.Penalty[job];
        _book.Place(job, placed);
        return
        [
            .. found.Take(3).Select(option => new Alternative(
                PlacementColumns.ToPlacement(_instance, job, option.Column)!, option.Price - price)),
        ];
    }

    ReasonText Waiting(int job, ImmutableArray<RejectedPool> rejected)
    {
        if (_instance.FirstOption[job] == _instance.FirstOption[job + 1])
            return rejected.IsEmpty ? ReasonText.Of("Waiting.NoFacility") : rejected[^1].Binding;
        var quota = _instance.Quota[job];
        return quota >= 0 && _instance.QuotaUnits[quota] < _instance.Units[job]
            ? ReasonText.Of("Waiting.Quota", _plan.Input.Workloads[job].Tenant, _instance.Units[job], _instance.QuotaUnits[quota])
            : ReasonText.Of("Waiting.NoRoom", _instance.Units[job], _plan.Input.Workloads[job].Deadline);
    }

    ReasonText Chosen(int job, Placement placement, ImmutableArray<Alternative> alternatives, ImmutableArray<RejectedPool> rejected)
    {
        var (input, workload) = (_plan.Input, _plan.Input.Workloads[job]);
        var name = input.Facilities[placement.Facility].Id.Value;
        if (workload.Flexibility == Flexibility.Locked)
            return ReasonText.Of("Reason.Locked", name);
        if (workload.Current is { } current && current.Equals(placement))
            return ReasonText.Of("Reason.Unmoved", name);
        if (alternatives.IsEmpty)
            return ReasonText.Of("Reason.OnlyPlace", name, rejected.Length);

        var other = alternatives[0].Placement;
        if (other.Facility == placement.Facility)
            return ReasonText.Of("Reason.BetterTime", name, placement.First, other.First, alternatives[0].MoreCny);
        var (here, there) = (Rates(placement), Rates(other));
        (string Id, double Gain)[] gains =
        [
            ("Reason.CheaperEnergy", there.Price - here.Price), ("Reason.BetterMarginalPue", there.Pue - here.Pue), ("Reason.LessCarbon", there.Carbon - here.Carbon),
        ];
        var best = gains.MaxBy(gain => gain.Gain);
        return best.Gain > 0
            ? ReasonText.Of(best.Id, name, input.Facilities[other.Facility].Id.Value, best.Gain, alternatives[0].MoreCny)
            : ReasonText.Of("Reason.LessScarce", name, input.Facilities[other.Facility].Id.Value, alternatives[0].MoreCny);
    }

    /// <summary>CNY per IT kWh by cause, so that the largest difference is the reason: tariff, losses at the margin, carbon.</summary>
    (double Price, double Pue, double Carbon) Rates(Placement placement)
    {
        var (offer, slot) = (_plan.Input.Facilities[placement.Facility], placement.First);
        var marginal = offer.Curve.MarginalPue(_book.Load[(placement.Facility * _instance.Slots) + slot]);
        return (offer.Price[slot], (marginal - 1) * offer.Price[slot], _plan.Input.CarbonPrice * offer.Carbon[slot] / 1000 * marginal);
    }

    ImmutableArray<RejectedPool> Rejected(int job)
    {
        var rejected = new Dictionary<Exclusion, RejectedPool>();
        for (var facility = 0; facility < _instance.Facilities; facility++)
        {
            if (_eligibility.Test(_plan.Input.Workloads[job], facility, out var option) is { } exclusion)
            {
                rejected.TryAdd(
                    exclusion, RejectionText.Of(_plan.Input, _plan.Input.Workloads[job], facility, option.TransferSlots, exclusion));
            }
        }

        return [.. rejected.OrderBy(entry => entry.Key).Select(entry => entry.Value)];
    }

    int? FirstRoom(int job)
    {
        int? first = null;
        for (var option = _instance.FirstOption[job]; option < _instance.FirstOption[job + 1]; option++)
        {
            var mine = _instance.Options[option];
            for (var slot = mine.Earliest; slot < (first ?? _instance.Slots); slot++)
            {
                if (_book.HasRoom(job, mine, slot, _instance.Units[job]))
                    first = slot;
            }
        }

        return first;
    }
}
