namespace DcOps.Collectors.Snmp.Codec;

/// <summary>What became of a datagram that should be an SNMP message. Garbage is an everyday answer here, not an exception.</summary>
public enum DecodeOutcome : byte
{
    Decoded = 0,

    /// <summary>A length points behind the end of what holds it.</summary>
    Truncated,

    /// <summary>Another type stands where the message format wants a certain one.</summary>
    UnexpectedTag,

    /// <summary>Indefinite, or of more than four octets (X.690 8.1.3; RFC 3417 section 8 allows the definite form alone).</summary>
    WrongLength,

    /// <summary>No octets, or more than its type can hold.</summary>
    WrongInteger,

    /// <summary>Cut off inside a sub-identifier, one above 2^32-1, or more than 128 of them (RFC 2578 section 3.5).</summary>
    WrongObjectIdentifier,

    /// <summary>A value whose content does not fit its type, as an address of three octets.</summary>
    WrongValue,

    /// <summary>Neither SNMPv1, v2c nor v3.</summary>
    UnknownVersion,

    /// <summary>A PDU type that no SNMP version defines.</summary>
    UnknownPdu,

    /// <summary>A v3 message of a security model other than USM (RFC 3414).</summary>
    UnknownSecurityModel,

    /// <summary>Octets are left where the format allows no more.</summary>
    TrailingOctets,
}
