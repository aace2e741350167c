using DcOps.Domain.Facilities;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>A facility's energy by role, each local day by the boundary that was declared for that day.</summary>
public static class FacilityFold
{
    /// <summary>Energy of a period from the meters' series.</summary>
    /// <param name="series">By meter, 15-minute intervals, covering the period.</param>
    public static FacilityPeriod Of(
        FacilityId facility, MeterRegistry registry, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period,
        BusinessCalendar calendar)
    {
        var runs = registry.RunsOf(facility, period, calendar).ToList();
        var builder = new FacilityPeriodBuilder(
            runs.SelectMany(run => run.Boundary.Roles).Distinct(), (int)(period.Length.Ticks / IntervalGrid.Quarter.Ticks));
        foreach (var (days, boundary) in runs)
        {
            var roles = boundary.Roles
                .Select(role => (Role: role, Meters: boundary.Of(role).Select(meter => series.GetValueOrDefault(meter.Meter)).ToArray()))
                .ToArray();
            for (var at = days.From; at < days.To; at += IntervalGrid.Quarter)
            {
                var values = default(RoleValues);
                foreach (var (role, meters) in roles)
                    values[role] = Sum(meters, at);
                builder.Add(values, 1);
            }
        }

        return builder.Build(period.From, period.To, CarrierFold.Of(facility, registry, series, period, calendar));
    }

    static RoleValue Sum(EnergySeries?[] meters, DateTimeOffset at)
    {
        var (sum, estimated, isComplete) = (0L, 0L, true);
        foreach (var meter in meters)
        {
            var index = meter?.IndexOf(at) ?? -1;
            if (meter is null || index < 0 || index >= meter.Count || meter.Qualities[index] == IntervalQuality.Missing)
            {
                isComplete = false;
                continue;
            }

            (sum, estimated) = (sum + meter.WattHours[index], estimated + meter.EstimatedOf(index));
        }

        return new(sum, estimated, isComplete);
    }
}
