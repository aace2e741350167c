namespace DcOps.Collectors.Snmp.Polling;

/// <summary>What a device has gone through since its last answer.</summary>
enum DeviceChange : byte
{
    None = 0,
    Restarted,
    Replaced,
}
