using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>What one rack's devices left in history over a period, minute by minute: told of any period that history holds.</summary>
/// <param name="Due">Minutes of the period that are over.</param>
/// <param name="Power">Minutes with a power.</param>
/// <param name="Inlet">Minutes with an inlet temperature; null where the rack told none at all.</param>
/// <param name="Measured">Minutes whose energy rests on a register or a measured power.</param>
/// <param name="Estimated">Minutes whose energy was estimated.</param>
/// <param name="LongestGap">The longest stretch without a power.</param>
/// <param name="Last">The last minute with a power; null when there is none.</param>
public sealed record RackQuality(
    RackId Rack, int Due, int Power, int? Inlet, int Measured, int Estimated, TimeSpan LongestGap, DateTimeOffset? Last)
{
    /// <summary>完整性 of power: minutes that came over minutes due; null when none is due yet.</summary>
    public Ratio? Completeness => Due > 0 ? new Ratio(Math.Min(1, (double)Power / Due)) : null;

    /// <summary>Likewise of the inlet; null where there is no such sensor.</summary>
    public Ratio? InletCompleteness => Due > 0 && Inlet is { } inlet ? new Ratio(Math.Min(1, (double)inlet / Due)) : null;

    /// <summary>Minutes whose energy nobody knows.</summary>
    public int Unknown => Math.Max(0, Due - Measured - Estimated);

    /// <param name="minutes">Of the rack, by time; those outside the period are left out.</param>
    public static RackQuality Of(RackId rack, IEnumerable<RackMinute> minutes, BusinessPeriod period, DateTimeOffset now)
    {
        var end = period.To < now ? period.To : now;
        var due = (int)Math.Max(0, (end - period.From).Ticks / TimeSpan.TicksPerMinute);
        var (power, inlet, measured, estimated) = (0, 0, 0, 0);
        var (gap, expected) = (TimeSpan.Zero, period.From);
        DateTimeOffset? last = null;
        foreach (var minute in minutes)
        {
            if (minute.Minute < period.From || minute.Minute >= end)
                continue;

            inlet += minute.InletTemperature is null ? 0 : 1;
            if (minute.Energy is not null)
                (measured, estimated) = minute.Quality < IntervalQuality.Estimated ? (measured + 1, estimated) : (measured, estimated + 1);
            if (minute.Power is null)
                continue;

            power++;
            gap = Longer(gap, minute.Minute - expected);
            last = minute.Minute;
            expected = minute.Minute.AddMinutes(1);
        }

        return new(rack, due, power, inlet == 0 ? null : inlet, measured, estimated, due == 0 ? TimeSpan.Zero : Longer(gap, end - expected), last);
    }

    static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
