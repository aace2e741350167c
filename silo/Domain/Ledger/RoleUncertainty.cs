using DcOps.Domain.Kpis;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Relative standard uncertainty of roles, from the accuracy classes of their meters and what each of them counted.
/// </summary>
public static class RoleUncertainty
{
    /// <summary>Null when a meter's class is not declared, or nothing was counted.</summary>
    public static Ratio? Of(
        FacilityId facility, MeterRegistry registry, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period,
        BusinessCalendar calendar, IReadOnlyCollection<MeterRole> roles)
    {
        var meters = new Dictionary<RegisteredMeter, long>();
        foreach (var (days, boundary) in registry.RunsOf(facility, period, calendar))
        {
            foreach (var meter in roles.SelectMany(boundary.Of))
                meters[meter] = meters.GetValueOrDefault(meter) + (series.GetValueOrDefault(meter.Meter)?.TotalOf(days).WattHours ?? 0);
        }

        return meters.Values.Sum() <= 0 || meters.Keys.Any(meter => meter.Uncertainty is null)
            ? null
            : MeteringChain.OfSum(meters.Select(meter => (new Energy(meter.Value), meter.Key.Uncertainty!.Value)));
    }

    /// <summary>Uncertainty of a PUE of a category; null when one of its sides has none.</summary>
    public static PueUncertainty? OfPue(
        FacilityId facility, MeterRegistry registry, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period,
        BusinessCalendar calendar, PueCategory category) =>
        Of(facility, registry, series, period, calendar, MeterRoles.Entering) is { } entering
        && Of(facility, registry, series, period, calendar, [category.ItRole()]) is { } it
            ? PueUncertainty.Of(entering, it)
            : null;
}
