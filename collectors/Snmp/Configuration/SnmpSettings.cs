using DcOps.Collectors.Snmp.Engine;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>The section <c>snmp</c>, checked and resolved.</summary>
sealed record SnmpSettings(TimeSpan Interval, PollPatience Patience, ImmutableArray<SnmpDeviceSettings> Devices);
