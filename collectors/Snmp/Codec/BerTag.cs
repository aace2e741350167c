namespace DcOps.Collectors.Snmp.Codec;

/// <summary>Identifier octets of the universal types that SNMP uses (X.690, RFC 3416 section 3).</summary>
public static class BerTag
{
    public const byte Integer = 0x02;
    public const byte OctetString = 0x04;
    public const byte Null = 0x05;
    public const byte ObjectIdentifier = 0x06;
    public const byte Sequence = 0x30;
}
