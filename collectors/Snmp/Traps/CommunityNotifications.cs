using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>Opens v1 and v2c notifications of known communities.</summary>
/// <param name="communities">In UTF-8.</param>
sealed class CommunityNotifications(ImmutableArray<byte[]> communities)
{
    const int LargestReply = 65_507;

    public ReceivedPdu Open(ReadOnlySpan<byte> datagram)
    {
        if (CommunityMessage.Decode(datagram, out var message) != DecodeOutcome.Decoded)
            return ReceivedPdu.Refused("malformed");

        var isKnown = false;
        foreach (var community in communities)
            isKnown |= message.Community.SequenceEqual(community);
        if (!isKnown)
            return ReceivedPdu.Refused("unknown-community");

        return message.Pdu.Kind switch
        {
            PduKind.TrapV1 or PduKind.TrapV2 => new(message.Pdu.ToPdu(), message.Pdu.Trap, null, ""),
            PduKind.InformRequest => OfInform(message),
            _ => ReceivedPdu.Refused("no-notification"),
        };
    }

    // RFC 3416 section 4.2.7: the answer has the inform's own variables.
    static ReceivedPdu OfInform(in CommunityMessage message)
    {
        var pdu = message.Pdu.ToPdu();
        var writer = new BerWriter(new byte[LargestReply]);
        CommunityMessage.Write(ref writer, message.Version, message.Community, Pdu.Response(pdu.RequestId, pdu.Variables));
        return new(pdu, null, writer.HasOverflowed ? null : writer.Written.ToArray(), "");
    }
}
