using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>What each meter of a ratio leaves open over a period, and what is known of its two sides.</summary>
/// <param name="Gaps">By meter; those without a missing interval are left out.</param>
public sealed record MeterGaps(Energy Facility, Energy It, ImmutableArray<MeterGap> Gaps)
{
    /// <param name="series">By meter, 15-minute intervals.</param>
    /// <param name="itRole">The role that is E_IT.</param>
    public static MeterGaps Of(
        FacilityId facility, MeterRegistry registry, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period,
        BusinessCalendar calendar, MeterRole itRole, GapPolicy policy)
    {
        var (above, below) = (0L, 0L);
        var gaps = new SortedDictionary<string, MeterGap>(StringComparer.Ordinal);
        foreach (var (days, boundary) in registry.RunsOf(facility, period, calendar))
        {
            foreach (var role in MeterRoles.Entering.Append(MeterRole.Export).Append(itRole))
            {
                foreach (var meter in boundary.Of(role))
                {
                    var sign = role == MeterRole.Export ? -1 : 1;
                    var (known, gap) = Of(meter, series.GetValueOrDefault(meter.Meter), days, role == itRole, sign, policy);
                    (above, below) = role == itRole ? (above, below + known) : (above + known, below);
                    if (gap.Width > 0)
                        gaps[meter.Meter] = gaps.TryGetValue(meter.Meter, out var before) ? Both(before, gap) : gap;
                }
            }
        }

        return new(new(above), new(below), [.. gaps.Values]);
    }

    public static MeterGaps operator +(MeterGaps left, MeterGaps right) => new(
        left.Facility + right.Facility, left.It + right.It,
        [
            .. left.Gaps.Concat(right.Gaps).GroupBy(gap => gap.Meter).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Aggregate(Both)),
        ]);

    static (long Known, MeterGap Gap) Of(
        RegisteredMeter meter, EnergySeries? series, BusinessPeriod days, bool isIt, int sign, GapPolicy policy)
    {
        var (known, knownIntervals, missing) = (0L, 0, 0);
        for (var at = days.From; at < days.To; at += IntervalGrid.Quarter)
        {
            var index = series?.IndexOf(at) ?? -1;
            if (series is not null && index >= 0 && index < series.Count && !policy.IsGap(series.Qualities[index]))
                (known, knownIntervals) = (known + series.WattHours[index], knownIntervals + 1);
            else
                missing++;
        }

        var one = policy.BoundsOf(meter, series);
        var (low, high) = (missing * one.Low.WattHours, missing * one.High.WattHours);
        var likely = knownIntervals > 0 ? known / knownIntervals * missing : (low + high) / 2;
        return (known * sign, new(
            meter.Meter, isIt, sign > 0 ? new(new(low), new(high)) : new(new(-high), new(-low)), new(likely * sign)));
    }

    static MeterGap Both(MeterGap one, MeterGap other) =>
        one with { Bounds = one.Bounds + other.Bounds, Likely = one.Likely + other.Likely };
}
