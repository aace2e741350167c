using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Past;

/// <summary>
/// Snapshots of a past minute from what history keeps of it: means of the minute, and energies since that day began, to the last
/// quarter-hour that was complete. Single points and conditions are not kept, so they are unknown.
/// </summary>
static class PastFigures
{
    /// <param name="minute">Null when nothing is kept of the facility's minute.</param>
    /// <param name="intervals">Of the day until <paramref name="at"/>, in any order; null when history could not be read.</param>
    public static FacilitySnapshot Facility(
        Facility facility, DateTimeOffset at, FacilityMinute? minute, ImmutableArray<FacilityInterval>? intervals, ImmutableArray<RackSummary> racks)
    {
        var total = PowerOf(minute?.TotalPower);
        var it = PowerOf(minute?.ItPower);
        var today = intervals is { } rows ? Today(facility, at, rows) : null;
        var live = minute?.RacksLive ?? 0;
        return new(
            facility.Id, at.ToUnixTimeMilliseconds(), at, total, it, PowerOf(minute?.CoolingPower), it > Power.Zero ? total / it : null,
            today is null ? [] : [.. today.Categories.Select(category => PueFigure.Of(today, category, 0)).OfType<PueFigure>()],
            today?.Entering is null ? null : today.FacilityEnergy, today?.FirstCategory is null ? null : today.ItEnergy,
            facility.RackCount, live, facility.RackCount - live, 0, 0, 0,
            racks.Select(rack => rack.InletTemperature).Max(), minute?.OutdoorTemperature is { } outdoor ? new Temperature(outdoor) : null, []);
    }

    /// <param name="minute">Null when nothing is kept of the rack's minute.</param>
    public static RackSummary Summary(Rack rack, RackMinute? minute) => new(
        rack.Id, minute?.Power is null && minute?.InletTemperature is null ? Freshness.Stale : Freshness.Live, ConditionCode.Unknown,
        PowerOf(minute?.Power), rack.ProvisionedPower, InletOf(minute), minute?.Minute);

    /// <param name="day">Minutes of the day until <paramref name="at"/>, that of it included where it is kept.</param>
    public static RackSnapshot Snapshot(Rack rack, DateTimeOffset at, ImmutableArray<RackMinute> day)
    {
        var minute = day.LastOrDefault(row => row.Minute == at);
        var known = day.Select(row => row.Energy).OfType<Energy>().ToList();
        return new(
            rack.Id, at, day.LastOrDefault()?.Minute, minute is null ? Freshness.Stale : Freshness.Live, PowerOf(minute?.Power), InletOf(minute),
            known.Count == 0 ? null : new Energy(known.Sum(energy => energy.WattHours)), rack.ProvisionedPower, ConditionCode.Unknown, []);
    }

    static FacilityPeriod? Today(Facility facility, DateTimeOffset at, ImmutableArray<FacilityInterval> intervals)
    {
        var from = BusinessCalendar.Shanghai.DayOf(at).From;
        var to = new DateTimeOffset(at.UtcTicks / FacilityInterval.Length.Ticks * FacilityInterval.Length.Ticks, TimeSpan.Zero);
        return to > from ? FacilityPeriod.Of(intervals, from, to, facility.Meters.Select(meter => meter.Role).Distinct()) : null;
    }

    static Power? PowerOf(MinuteRollup? rollup) => rollup is { } known ? new Power(known.Mean) : null;

    static Temperature? InletOf(RackMinute? minute) => minute?.InletTemperature is { } inlet ? new Temperature(inlet.Mean) : null;
}
