namespace DcOps.Collectors.Snmp.Codec;

/// <summary>Version field of a message (RFC 3584, RFC 3412).</summary>
public enum SnmpVersion : byte
{
    V1 = 0,
    V2c = 1,
    V3 = 3,
}
