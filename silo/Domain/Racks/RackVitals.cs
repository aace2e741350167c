using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>What a rack's newest readings say at one instant.</summary>
/// <param name="Power">Sum of the feeds; null when there is none, or when one of them is not live or not available.</param>
/// <param name="HottestInlet">Null when no inlet is live.</param>
/// <param name="LastObservedAt">Null when nothing was ever read.</param>
/// <param name="Condition">The worst live condition; unknown when none is live.</param>
readonly record struct RackVitals(
    Freshness Freshness, Power? Power, Temperature? HottestInlet, DateTimeOffset? LastObservedAt, ConditionCode Condition)
{
    public static RackVitals Of(PointTable points, DateTimeOffset now, TimeSpan promisedAge)
    {
        var latest = points.Latest;
        if (latest.IsEmpty)
            return new(Freshness.NeverSeen, null, null, null, ConditionCode.Unknown);

        var oldest = now - promisedAge;
        var newest = DateTimeOffset.MinValue;
        var condition = -1;
        foreach (ref readonly var reading in latest)
        {
            if (reading.ObservedAt > newest)
                newest = reading.ObservedAt;
            if (reading.ObservedAt < oldest || !PointTable.IsUsable(reading))
                continue;

            if (reading.Point.Quantity == Quantity.Condition)
                condition = Math.Max(condition, Severity(reading.Value!.Value));
        }

        var hasFeeds = TryPower(points, now, promisedAge, out var power);
        var isLive = hasFeeds ? power is not null : newest >= oldest;
        return new(
            isLive ? Freshness.Live : Freshness.Stale,
            power is { } watts ? new Power(watts) : null,
            HottestOf(points, now, promisedAge) is { } celsius ? new Temperature(celsius) : null,
            newest,
            ConditionOf(condition));
    }

    /// <summary>Whether the rack has feeds at all, and their sum in W; null when one of them is not live or not available.</summary>
    public static bool TryPower(PointTable points, DateTimeOffset now, TimeSpan promisedAge, out double? watts)
    {
        watts = null;
        var oldest = now - promisedAge;
        var hasFeeds = false;
        var sum = 0.0;
        foreach (ref readonly var reading in points.Latest)
        {
            if (reading.Point.Quantity != Quantity.ActivePower || reading.Point.Part != PartKind.Total)
                continue;

            hasFeeds = true;
            if (reading.ObservedAt < oldest || !PointTable.IsUsable(reading))
                return true;
            sum += reading.Value!.Value;
        }

        if (hasFeeds)
            watts = sum;
        return hasFeeds;
    }

    /// <summary>Hottest live inlet, °C; null when none is live.</summary>
    public static double? HottestOf(PointTable points, DateTimeOffset now, TimeSpan promisedAge)
    {
        var oldest = now - promisedAge;
        double? hottest = null;
        foreach (ref readonly var reading in points.Latest)
        {
            if (reading.Point.Quantity == Quantity.InletTemperature && reading.ObservedAt >= oldest
                && PointTable.IsUsable(reading) && !(reading.Value <= hottest))
                hottest = reading.Value;
        }

        return hottest;
    }

    // A condition nobody can tell is worse than ok and better than a warning.
    static int Severity(double code) => (ConditionCode)(byte)Math.Clamp(code, 0, 3) switch
    {
        ConditionCode.Ok => 0,
        ConditionCode.Unknown => 1,
        ConditionCode.Warning => 2,
        _ => 3,
    };

    static ConditionCode ConditionOf(int severity) => severity switch
    {
        0 => ConditionCode.Ok,
        2 => ConditionCode.Warning,
        3 => ConditionCode.Critical,
        _ => ConditionCode.Unknown,
    };
}
