namespace DcOps.Collectors.Snmp.Codec;

/// <summary>PDU types by their identifier octet (RFC 1157, RFC 3416).</summary>
public enum PduKind : byte
{
    None = 0,
    GetRequest = 0xA0,
    GetNextRequest = 0xA1,
    Response = 0xA2,
    SetRequest = 0xA3,

    /// <summary>Of another shape than all others.</summary>
    TrapV1 = 0xA4,
    GetBulkRequest = 0xA5,
    InformRequest = 0xA6,
    TrapV2 = 0xA7,
    Report = 0xA8,
}
