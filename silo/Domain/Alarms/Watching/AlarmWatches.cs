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

    /// <param name="isOurs">Whether a rack belongs to this owner, by its path.</param>
    public AlarmWatches(
        AlarmRuleBook rules, DependencyGraph chain, EquipmentRegister equipment, AlarmPolicy policy, Func<string, bool> isOurs,
        DateTimeOffset startedAt)
    {
        _devices = new([.. rules.Of<DeviceSilentRule>()], startedAt);
        _all =
        [
            _devices,
            new PointMotion(rules, policy.LateAfter),
            new PhaseBalance([.. rules.Of<ImbalanceRule>()], equipment),
            new FeedWatch([.. rules.Of<RedundancyLostRule>()], chain, isOurs, policy.PromisedAge),
        ];
    }

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
