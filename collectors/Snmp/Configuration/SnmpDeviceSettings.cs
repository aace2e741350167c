using DcOps.Collectors.Pipeline.Devices;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>One device to poll, its credentials turned into keys.</summary>
sealed record SnmpDeviceSettings(Device Device, DeviceAddress Address, SnmpCredentials Credentials);
