using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>
/// Racks with two supplies or more of which one has gone: by the voltage that each rack PDU reads. The chain says how many a rack
/// has; one must work.
/// </summary>
public sealed class FeedWatch : IAlarmWatch
{
    /// <summary>V below which nothing is fed, whatever the nominal voltage.</summary>
    const double DeadBelow = 50;

    static readonly PointId Point = PointId.Total("supplies", Quantity.None);

    readonly ImmutableArray<RedundancyLostRule> _rules;
    readonly Dictionary<string, RackSupplies> _racks = new(StringComparer.Ordinal);
    readonly TimeSpan _promisedAge;

    /// <param name="isOurs">Whether a rack belongs to this owner.</param>
    public FeedWatch(
        ImmutableArray<RedundancyLostRule> rules, DependencyGraph chain, Func<RackId, bool> isOurs, TimeSpan promisedAge,
        FacilityId? facility = null)
    {
        (_rules, _promisedAge) = (rules, promisedAge);
        foreach (var place in rules.IsEmpty ? [] : chain.PlacesOf(facility))
        {
            if (chain.Nodes[place].Rack is not { } rack || !isOurs(rack))
                continue;
            var devices = chain.Needs(place).Where(edge => edge.Kind == Dependency.Power)
                .Select(edge => chain.Nodes[edge.From].Address).Where(address => address is { Device.Length: > 0 } && address.Value.Location.Path == rack.Value)
                .Select(address => address!.Value.Device).Distinct(StringComparer.Ordinal).ToArray();
            if (devices.Length > 1)
                _racks.Add(rack.Value, new(devices));
        }
    }

    public void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        if (_racks.Count == 0 || !_racks.TryGetValue(location.Path, out var supplies))
            return;

        DateTimeOffset? at = null;
        foreach (ref readonly var reading in readings)
        {
            if (reading.Point.Quantity == Quantity.Voltage && supplies.Take(reading, DeadBelow) && (at is null || reading.ObservedAt > at))
                at = reading.ObservedAt;
        }

        if (at is not { } observed)
            return;

        var group = supplies.GroupAt(observed, _promisedAge);
        foreach (var rule in _rules)
        {
            if (rule.Where.Covers(location))
                book.Observe(rule, location, Point, group, observed, now);
        }
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
    }
}
