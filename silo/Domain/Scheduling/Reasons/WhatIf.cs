using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>What a change would do, by planning again: never by prices alone, which promise at most.</summary>
/// <param name="MoreCny">Cost after less cost before.</param>
/// <param name="PredictedCny">What the prices promised, an optimistic bound; null when the change is not one of capacity.</param>
/// <param name="Affected">Workloads that stand elsewhere or fall out.</param>
public sealed record WhatIf(Plan After, double MoreCny, double MoreFacilityKwh, int MoreUnserved, double? PredictedCny, int Affected)
{
    public static WhatIf Of(Plan before, PlanningInput changed, PlanEffort effort, CancellationToken cancellationToken)
    {
        var placed = changed with
        {
            Workloads = [.. changed.Workloads.Select((workload, index) => workload.Current is null && before.Placements[index] is { } placement
                ? workload with { Current = placement, MoveCost = 0 }
                : workload)],
        };
        var after = Planner.Make(placed, effort, before.Prices, CancellationToken.None, cancellationToken);
        var affected = before.Placements.Zip(after.Placements).Count(pair => pair.First is not null && !pair.First.Equals(pair.Second));
        return new(
            after,
            after.Cost - before.Cost,
            after.Verdict.Bill.FacilityKwh - before.Verdict.Bill.FacilityKwh,
            before.Verdict.Bill.Served - after.Verdict.Bill.Served,
            null,
            affected);
    }

    /// <summary>A share more units in every pool of one kind, with what the prices promised for it.</summary>
    public static WhatIf MoreUnits(Plan before, PoolKind kind, double share, PlanEffort effort, CancellationToken cancellationToken)
    {
        var (slots, promised) = (before.Input.Slots, 0.0);
        foreach (var pool in before.Input.Pools.Where(pool => pool.Kind == kind))
        {
            for (var slot = 0; slot < slots; slot++)
                promised -= share * pool.Free[slot] * before.Prices.Pool[(((pool.Facility * Instance.Kinds) + (int)kind) * slots) + slot];
        }

        var wider = before.Input with
        {
            Pools = [.. before.Input.Pools.Select(pool => pool.Kind == kind ? pool with { Free = [.. pool.Free.Select(free => free * (1 + share))] } : pool)],
        };
        return Of(before, wider, effort, cancellationToken) with { PredictedCny = promised };
    }

    /// <summary>The facility closed: what its absence costs and saves. Its base load is thought to go with it, at its fixed losses.</summary>
    public static SiteWorth Closing(Plan before, int facility, PlanEffort effort, CancellationToken cancellationToken)
    {
        var input = before.Input;
        var offer = input.Facilities[facility];
        var closed = input with { Facilities = input.Facilities.SetItem(facility, offer with { Status = OfferStatus.Standby }) };
        var result = Of(before, closed, effort, cancellationToken);
        var fixedKwh = offer.Curve.FixedKw * input.Slots * input.SlotHours;
        return new(facility, result.MoreUnserved, result.MoreCny, fixedKwh - result.MoreFacilityKwh);
    }
}
