using DcOps.Collectors.Pipeline.Devices;

namespace DcOps.Collectors.Snmp.Polling;

/// <summary>How one device is doing, for whoever wants to name the guilty.</summary>
/// <param name="Reason">Why it is not answering; empty when it is, or has not been asked.</param>
/// <param name="Since">When this standing began, UTC.</param>
/// <param name="LastAnsweredAt">Null when it never has.</param>
/// <param name="Answered">Polls answered since the collector started.</param>
/// <param name="Failed">Polls not answered since the collector started, probes of a silent device included.</param>
public sealed record SnmpDeviceStatus(
    Device Device,
    string Address,
    DeviceStanding Standing,
    string Reason,
    DateTimeOffset Since,
    DateTimeOffset? LastAnsweredAt,
    long Answered,
    long Failed)
{
    /// <summary>How long its polls take, the last ones counting most; null when it never answered.</summary>
    public TimeSpan? PollTook { get; init; }
}
