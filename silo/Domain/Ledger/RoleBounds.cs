using DcOps.Domain.Kpis;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Between what the energy of a role lies over a period: missing intervals are bounded by a named policy, never
/// guessed.
/// </summary>
public static class RoleBounds
{
    /// <param name="series">By meter, 15-minute intervals.</param>
    public static EnergyBounds Of(
        FacilityId facility, MeterRegistry registry, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period,
        BusinessCalendar calendar, MeterRole role, GapPolicy policy)
    {
        var (low, high) = (0L, 0L);
        var gaps = new Dictionary<RegisteredMeter, EnergyBounds>();
        foreach (var (days, boundary) in registry.RunsOf(facility, period, calendar))
        {
            foreach (var meter in boundary.Of(role))
            {
                var own = series.GetValueOrDefault(meter.Meter);
                if (!gaps.TryGetValue(meter, out var gap))
                    gaps[meter] = gap = policy.BoundsOf(meter, own);
                for (var at = days.From; at < days.To; at += IntervalGrid.Quarter)
                {
                    var index = own?.IndexOf(at) ?? -1;
                    if (own is not null && index >= 0 && index < own.Count && !policy.IsGap(own.Qualities[index]))
                        (low, high) = (low + own.WattHours[index], high + own.WattHours[index]);
                    else
                        (low, high) = (low + gap.Low.WattHours, high + gap.High.WattHours);
                }
            }
        }

        return new(new(low), new(high));
    }

    /// <summary>E_DC: what enters less what is exported.</summary>
    public static EnergyBounds Entering(
        FacilityId facility, MeterRegistry registry, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period,
        BusinessCalendar calendar, GapPolicy policy) => MeterRoles.Entering
        .Aggregate(default(EnergyBounds), (sum, role) => sum + Of(facility, registry, series, period, calendar, role, policy))
        - Of(facility, registry, series, period, calendar, MeterRole.Export, policy);
}
