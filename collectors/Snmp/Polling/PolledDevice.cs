using System.Net;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Polling;

/// <summary>One device and what is remembered of it between polls. Touched by one poll at a time.</summary>
sealed class PolledDevice
{
    static readonly TimeSpan FullEvery = TimeSpan.FromDays(1);
    readonly ProfilePlans _plans;
    readonly UpTimeWatch _upTime = new();
    readonly IMessageSecurity _security;
    DateTimeOffset? _fullAt;
    int _replacements;

    public PolledDevice(SnmpDeviceSettings settings, ProfilePlans plans, TimeSpan interval, TimeProvider time)
    {
        _plans = plans;
        _security = settings.Credentials.Session(time);
        Device = settings.Device;
        Address = settings.Address;
        Normaliser = new(Device);
        Timetable = new(interval, PollTimetable.PlaceOf(Device.ToString()));
        Standing = new(time.GetUtcNow());
        Plan = plans.Full;
        if (Address.Literal is { } literal)
            LinkTo(literal);
    }

    public Device Device { get; }

    public DeviceAddress Address { get; }

    public ReadingNormaliser Normaliser { get; }

    public PollTimetable Timetable { get; }

    public StandingRecord Standing { get; }

    /// <summary>Null while the host's name has not been resolved.</summary>
    public AgentLink? Link { get; private set; }

    /// <summary>What the poll under way, or the next one, asks.</summary>
    public PollPlan Plan { get; private set; }

    /// <summary>When it is due, since the collector started.</summary>
    public TimeSpan DueAt { get; set; }

    public bool IsProbing => ReferenceEquals(Plan, _plans.Probe);

    /// <summary>What it could not tell at its last poll.</summary>
    public ImmutableArray<WalkFault> Faults { get; set; } = [];

    public SnmpDeviceStatus Status => Standing.Of(Device, Address.ToString());

    public void LinkTo(IPEndPoint endPoint) => Link = new(endPoint, _security, new(_plans.Columns)) { Owner = this };

    public void Unlink() => Link = null;

    /// <summary>
    /// Whether this answer must not be used before everything has been read anew, because the device has restarted or was
    /// replaced: what the profile remembers of it may be of another device.
    /// </summary>
    public DeviceChange ChangeSeen(PollOutcome.Answered answered)
    {
        var hasRestarted = _upTime.HasRestarted(answered.UpTime, answered.ObservedAt);
        var isReplaced = _security.Replacements > _replacements;
        _replacements = _security.Replacements;
        if (hasRestarted || isReplaced)
        {
            _fullAt = null;
            Link?.Limits.Doubt();
        }

        return isReplaced ? DeviceChange.Replaced : hasRestarted ? DeviceChange.Restarted : DeviceChange.None;
    }

    /// <summary>Whether the poll that has just been answered asked for everything.</summary>
    public bool HasReadAll => ReferenceEquals(Plan, _plans.Full);

    public void NoteAnswer(PollOutcome.Answered answered) =>
        _fullAt = HasReadAll && !answered.IsCutShort ? answered.ObservedAt : _fullAt;

    /// <summary>Chooses what the next poll asks.</summary>
    public void ChoosePlan(bool isAnswering, DateTimeOffset now) =>
        Plan = !isAnswering ? _plans.Probe
            : _fullAt is { } full && now - full < FullEvery ? _plans.Regular
            : _plans.Full;
}
