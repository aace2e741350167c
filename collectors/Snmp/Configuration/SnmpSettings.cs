using DcOps.Collectors.Snmp.Engine;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>The section <c>snmp</c>, checked and resolved.</summary>
sealed record SnmpSettings(TimeSpan Interval, PollPatience Patience, ImmutableArray<SnmpDeviceSettings> Devices)
{
    /// <summary>Null when no traps are received.</summary>
    public NotificationsSection? Notifications { get; init; }

    /// <summary>Every set of credentials, used by a device or not.</summary>
    public ImmutableArray<SnmpCredentials> Credentials { get; init; } = [];
}
