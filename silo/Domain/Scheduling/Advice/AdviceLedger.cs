using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Advice;

/// <summary>
/// Promised against observed, job by job. Observed is what the facility's meters counted less what its power curve says the rest of the measured
/// IT load would have taken alone; jobs of one slot share it by their kW. It shows errors of the base load's forecast and of the curve; it does not
/// show whether a job ran: that is the dispatch's to say.
/// </summary>
public static class AdviceLedger
{
    /// <param name="placements">One per workload of the input; null is not served.</param>
    /// <param name="ran">Whether a job ran, by its name; one that did not is left out.</param>
    /// <param name="metered">In any order; slots that are absent were not metered whole.</param>
    public static ImmutableArray<AdviceRow> Of(
        PlanningInput input, ImmutableArray<Placement?> placements, Func<string, bool> ran, IEnumerable<MeteredSlot> metered)
    {
        var facilities = input.Facilities.Select((offer, index) => (offer.Id, index)).ToDictionary(each => each.Id, each => each.index);
        var counted = new Dictionary<(int Facility, int Slot), MeteredSlot>();
        foreach (var slot in metered)
        {
            if (facilities.TryGetValue(slot.Facility, out var facility))
                counted[(facility, (int)Math.Round((slot.From - input.StartsAt) / input.Step))] = slot;
        }

        var perUnit = input.Pools.ToDictionary(pool => (pool.Facility, pool.Kind), pool => pool.KwPerUnit);
        var added = new Dictionary<(int Facility, int Slot), double>();
        foreach (var (place, kilowatts) in Jobs().SelectMany(job => SlotsOf(input, placements[job]!, perUnit[(placements[job]!.Facility, input.Workloads[job].Kind)])))
            added[place] = added.GetValueOrDefault(place) + kilowatts;
        return [.. Jobs().Select(Row)];

        IEnumerable<int> Jobs() => Enumerable.Range(0, placements.Length).Where(job => placements[job] is not null && ran(input.Workloads[job].Id));

        AdviceRow Row(int job)
        {
            var placement = placements[job]!;
            var (offer, whole, promised, observed) = (input.Facilities[placement.Facility], default(AdviceFigures), default(AdviceFigures), default(AdviceFigures));
            var (slots, known) = (0, 0);
            foreach (var (place, kilowatts) in SlotsOf(input, placement, perUnit[(placement.Facility, input.Workloads[job].Kind)]))
            {
                var all = added[place];
                var share = kilowatts / all;
                var expected = At(input, offer, place.Slot, share * input.SlotHours * (offer.Curve.FacilityKw(offer.BaseKw[place.Slot] + all) - offer.Curve.FacilityKw(offer.BaseKw[place.Slot])));
                (whole, slots) = (whole + expected, slots + 1);
                if (!counted.TryGetValue(place, out var meter))
                    continue;
                var alone = input.SlotHours * offer.Curve.FacilityKw(Math.Max(0, (meter.ItKwh / input.SlotHours) - all));
                (promised, observed, known) = (promised + expected, observed + At(input, offer, place.Slot, share * (meter.FacilityKwh - alone)), known + 1);
            }

            return new(input.Workloads[job].Id, offer.Id.Value, whole, promised, known > 0 ? observed : null, known, slots);
        }
    }

    static IEnumerable<((int Facility, int Slot) Place, double Kilowatts)> SlotsOf(PlanningInput input, Placement placement, double kwPerUnit)
    {
        foreach (var run in placement.Runs)
        {
            for (var slot = run.From; slot < Math.Min(run.To, input.Slots); slot++)
                yield return ((placement.Facility, slot), run.Units * kwPerUnit);
        }
    }

    static AdviceFigures At(PlanningInput input, FacilityOffer offer, int slot, double kilowattHours)
    {
        var carbon = kilowattHours * offer.Carbon[slot] / 1000;
        return new(kilowattHours, (kilowattHours * offer.Price[slot]) + (input.CarbonPrice * carbon), carbon);
    }
}
