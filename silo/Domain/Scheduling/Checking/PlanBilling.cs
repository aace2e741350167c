using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Checking;

/// <summary>The bill of a plan, summed from the model.</summary>
static class PlanBilling
{
    public static PlanBill Of(PlanningInput input, IReadOnlyList<Placement?> placements, PlanTally tally)
    {
        var (energy, carbon, demand, kilowattHours, kilograms) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var facility = 0; facility < input.Facilities.Length; facility++)
        {
            var offer = input.Facilities[facility];
            var (peak, basePeak) = (offer.BilledPeakKw, offer.BilledPeakKw);
            for (var slot = 0; slot < input.Slots; slot++)
            {
                var (with, without) = (tally.FacilityKw(facility, slot), tally.BaseFacilityKw(facility, slot));
                var added = input.SlotHours * (with - without);
                kilowattHours += added;
                kilograms += added * offer.Carbon[slot] / 1000;
                energy += added * offer.Price[slot];
                carbon += input.CarbonPrice * added * offer.Carbon[slot] / 1000;
                (peak, basePeak) = (Math.Max(peak, with), Math.Max(basePeak, without));
            }

            demand += offer.DemandCharge * (peak - basePeak);
        }

        var (transfer, moves, checkpoints, unserved, served, moved) = (0.0, 0.0, 0.0, 0.0, 0, 0);
        for (var index = 0; index < placements.Count; index++)
        {
            var (workload, placement) = (input.Workloads[index], placements[index]);
            var isMoved = workload.Current is { } current && !current.Equals(placement);
            moved += isMoved && workload.IsApproved ? 1 : 0;
            if (placement is null)
            {
                unserved += workload.UnservedPenalty;
                continue;
            }

            served++;
            transfer += TransferCost(input, workload, placement);
            moves += isMoved ? workload.MoveCost ?? (workload.IsApproved ? input.ChurnPrice : 0) : 0;
            checkpoints += workload.CheckpointCost * Pauses(placement);
        }

        return new(energy, carbon, demand, RegionLimits(input, tally), transfer, moves, checkpoints, unserved)
        {
            FacilityKwh = kilowattHours,
            CarbonKilograms = kilograms,
            Served = served,
            Moved = moved,
        };
    }

    static double RegionLimits(PlanningInput input, PlanTally tally)
    {
        var sum = 0.0;
        foreach (var limit in input.Limits)
        {
            for (var slot = limit.From; slot < limit.To; slot++)
            {
                var with = Math.Max(0, tally.RegionKw(limit.Region, slot, tally.FacilityKw) - limit.LimitKw);
                var without = Math.Max(0, tally.RegionKw(limit.Region, slot, tally.BaseFacilityKw) - limit.LimitKw);
                sum += (limit.CnyPerKwhAbove ?? 0) * input.SlotHours * (with - without);
            }
        }

        return sum;
    }

    static double TransferCost(PlanningInput input, Workload workload, Placement placement)
    {
        var to = input.Facilities[placement.Facility].Region;
        return to == workload.DataRegion || workload.Current?.Facility == placement.Facility
            ? 0
            : workload.Gigabytes * (input.Links.FirstOrDefault(link => link.From == workload.DataRegion && link.To == to)?.CnyPerGigabyte ?? 0);
    }

    static int Pauses(Placement placement)
    {
        var pauses = 0;
        for (var index = 1; index < placement.Runs.Length; index++)
            pauses += placement.Runs[index].From > placement.Runs[index - 1].To ? 1 : 0;
        return pauses;
    }
}
