namespace DcOps.Collectors.Snmp.Codec;

/// <summary>
/// Types of RFC 2578's ObjectSyntax and the exceptions of RFC 3416; below 0x100 the number is the identifier octet.
/// Above it stand the numbers that net-snmp wraps into Opaque.
/// </summary>
public enum SyntaxKind : ushort
{
    None = 0,
    Integer32 = 0x02,
    OctetString = 0x04,
    Null = 0x05,
    ObjectIdentifier = 0x06,
    IpAddress = 0x40,
    Counter32 = 0x41,

    /// <summary>Unsigned32 too: both have one identifier octet.</summary>
    Gauge32 = 0x42,

    /// <summary>Hundredths of a second.</summary>
    TimeTicks = 0x43,
    Opaque = 0x44,

    /// <summary>Obsolete (RFC 1442); kept readable.</summary>
    NsapAddress = 0x45,
    Counter64 = 0x46,

    /// <summary>Obsolete UInteger32 (RFC 1442); some agents still send it.</summary>
    UInteger32 = 0x47,

    NoSuchObject = 0x80,
    NoSuchInstance = 0x81,
    EndOfMibView = 0x82,

    OpaqueCounter64 = 0x176,
    OpaqueFloat = 0x178,
    OpaqueDouble = 0x179,
    OpaqueInteger64 = 0x17A,
    OpaqueUnsigned64 = 0x17B,
}
