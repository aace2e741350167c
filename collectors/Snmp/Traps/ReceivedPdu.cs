using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>What became of a datagram at the receiver.</summary>
/// <param name="Pdu">Null when it is refused.</param>
/// <param name="Head">Of a v1 trap.</param>
/// <param name="Reply">What is to be sent back: at once when the PDU is null, when it has been kept otherwise; null for nothing.</param>
/// <param name="Refusal">Why it is refused, as a metric names it; empty when it is not.</param>
readonly record struct ReceivedPdu(Pdu? Pdu, TrapV1Header? Head, byte[]? Reply, string Refusal)
{
    public static ReceivedPdu Refused(string reason, byte[]? reply = null) => new(null, null, reply, reason);
}
