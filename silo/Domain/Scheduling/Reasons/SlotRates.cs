using DcOps.Domain.Scheduling.Checking;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>CNY per added IT kW in each facility and slot, such that rate × kW adds up to the bill.</summary>
sealed class SlotRates
{
    public SlotRates(PlanningInput input, Instance instance, double[] added, PlanBill bill)
    {
        (Energy, Carbon, Demand, Limits) = (new double[added.Length], new double[added.Length], new double[added.Length], new double[added.Length]);
        var inLimits = 0.0;
        for (var row = 0; row < added.Length; row++)
        {
            if (added[row] <= 0)
                continue;
            var (facility, slot) = (row / instance.Slots, row % instance.Slots);
            var (offer, curve) = (input.Facilities[facility], instance.Curve[facility]);
            var more = (curve.FacilityKw(instance.Base[row] + added[row]) - curve.FacilityKw(instance.Base[row])) / added[row];
            Energy[row] = input.SlotHours * more * offer.Price[slot];
            Carbon[row] = input.SlotHours * more * input.CarbonPrice * offer.Carbon[slot] / 1000;
            Limits[row] = instance.LimitsOf[facility].Any(limit =>
                instance.Limits[limit].CnyPerKwhAbove is > 0 && slot >= instance.Limits[limit].From && slot < instance.Limits[limit].To) ? more : 0;
            inLimits += Limits[row] * added[row];
        }

        // The reward lost goes to whoever draws power in its window, by facility kW.
        for (var row = 0; row < added.Length; row++)
            Limits[row] *= inLimits > 0 ? bill.RegionLimits / inLimits : 0;
        for (var facility = 0; facility < instance.Facilities; facility++)
            SplitPeak(instance, facility, added);
    }

    public double[] Energy { get; }

    public double[] Carbon { get; }

    public double[] Demand { get; }

    public double[] Limits { get; }

    /// <summary>A peak above the free one is paid by what runs in the highest slot.</summary>
    void SplitPeak(Instance instance, int facility, double[] added)
    {
        var (first, curve) = (facility * instance.Slots, instance.Curve[facility]);
        var highest = Enumerable.Range(first, instance.Slots).MaxBy(row => instance.Base[row] + added[row]);
        var above = curve.FacilityKw(instance.Base[highest] + added[highest]) - instance.FreePeak[facility];
        if (instance.DemandCharge[facility] > 0 && above > 0 && added[highest] > 0)
            Demand[highest] = instance.DemandCharge[facility] * above / added[highest];
    }
}
