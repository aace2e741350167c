using System.Runtime.InteropServices;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>How fast points move, and since when they stand still: for the quantities that a rule asks about, and no others.</summary>
public sealed class PointMotion(AlarmRuleBook rules, TimeSpan lateAfter) : IAlarmWatch
{
    /// <summary>Difference below which a sensor has not moved; in the canonical unit of its quantity.</summary>
    const double Resolution = 1e-6;

    readonly RateOfChangeRule[][] _rates = ByQuantity(rules.Of<RateOfChangeRule>(), rule => rule.Quantity);
    readonly StuckSensorRule[][] _stuck = ByQuantity(rules.Of<StuckSensorRule>(), rule => rule.Quantity);
    readonly Dictionary<(string Path, PointId Point, string Rule), RateWindow> _windows = [];
    readonly Dictionary<(string Path, PointId Point), UnchangedWatch> _unchanged = [];

    public void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        foreach (ref readonly var reading in readings)
        {
            var quantity = (byte)reading.Point.Quantity;
            if (_rates[quantity].Length + _stuck[quantity].Length == 0 || now - reading.ObservedAt > lateAfter)
                continue;

            double? value = PointTable.IsUsable(reading) ? reading.Value : null;
            foreach (var rule in _rates[quantity])
                Trend(book, rule, location, reading, value, now);
            if (_stuck[quantity].Length == 0)
                continue;

            ref var watch = ref CollectionsMarshal.GetValueRefOrAddDefault(_unchanged, (location.Path, reading.Point), out _);
            var stretch = new SensorStretch(reading.Point, value, watch.Take(reading.ObservedAt, value, Resolution));
            foreach (var rule in _stuck[quantity])
            {
                if (rule.Where.Covers(location))
                    book.Observe(rule, location, reading.Point, stretch, reading.ObservedAt, now);
            }
        }
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
    }

    void Trend(AlarmBook book, RateOfChangeRule rule, Location location, in Reading reading, double? value, DateTimeOffset now)
    {
        if (!rule.Where.Covers(location))
            return;

        double? rate = null;
        if (value is { } known)
        {
            ref var window = ref CollectionsMarshal.GetValueRefOrAddDefault(_windows, (location.Path, reading.Point, rule.Id), out _);
            rate = window.Take(reading.ObservedAt, known, rule.Over);
        }

        book.Observe(rule, location, reading.Point, new PointTrend(reading.Point, rate), reading.ObservedAt, now);
    }

    static TRule[][] ByQuantity<TRule>(IEnumerable<TRule> rules, Func<TRule, Quantity> quantityOf)
    {
        var all = rules.ToLookup(rule => (byte)quantityOf(rule));
        return [.. Enumerable.Range(0, byte.MaxValue + 1).Select(quantity => all[(byte)quantity].ToArray())];
    }
}
