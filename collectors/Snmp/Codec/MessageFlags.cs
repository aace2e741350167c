namespace DcOps.Collectors.Snmp.Codec;

/// <summary>msgFlags of a v3 message (RFC 3412 section 6.4).</summary>
[Flags]
public enum MessageFlags : byte
{
    None = 0,
    Authenticated = 1,
    Encrypted = 2,

    /// <summary>The receiver shall send a Report when it cannot process the message.</summary>
    Reportable = 4,
}
