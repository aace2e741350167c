using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>Every watch of one owner.</summary>
public sealed class AlarmWatches : IAlarmWatch
{
    readonly ImmutableArray<IAlarmWatch> _all;
    readonly DeviceWatch _devices;
    readonly FailoverWatch _failover;

    /// <param name="isOurs">Whether a location belongs to this owner.</param>
    /// <param name="facility">The owner's: nothing of others is looked at; null looks at every one.</param>
    /// <param name="peaks">What pairs of feeds carried before a restart.</param>
    public AlarmWatches(
        AlarmRuleBook rules, DependencyGraph chain, EquipmentRegister equipment, AlarmPolicy policy, Func<Location, bool> isOurs,
        DateTimeOffset startedAt, ImmutableArray<FailoverPeak> peaks = default, FacilityId? facility = null)
    {
        _devices = new([.. rules.Of<DeviceSilentRule>()], startedAt);
        _failover = new([.. rules.Of<FailoverRule>()], chain, isOurs, facility) { Peaks = peaks };
        // A group that a rule declares is all that this rule is about.
        ImmutableArray<RedundancyLostRule> redundancy = [.. rules.Of<RedundancyLostRule>()];
        _all =
        [
            _devices,
            new PointMotion(rules, policy.LateAfter),
            new PhaseBalance([.. rules.Of<ImbalanceRule>()], equipment),
            new FeedWatch([.. redundancy.Where(rule => rule.Groups.IsEmpty)], chain, rack => isOurs(Location.Of(rack)), policy.PromisedAge, facility),
            new UnitWatch(redundancy, chain, isOurs, policy.PromisedAge, facility),
            _failover,
        ];
    }

    /// <inheritdoc cref="FailoverWatch.Peaks"/>
    public ImmutableArray<FailoverPeak> Peaks => _failover.Peaks;

    /// <summary>Takes what was last heard before a restart.</summary>
    public void Remember(Location location, ImmutableArray<Reading> latest)
    {
        foreach (var reading in latest)
            _devices.Remember(location, reading.Point.Device, reading.ObservedAt);
    }

    /// <inheritdoc cref="DeviceWatch.IntervalOf"/>
    public TimeSpan? IntervalOf(Location location, string device) => _devices.IntervalOf(location, device);

    public void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        foreach (var watch in _all)
            watch.Observe(book, location, readings, now);
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
        foreach (var watch in _all)
            watch.Sweep(book, now);
    }
}
