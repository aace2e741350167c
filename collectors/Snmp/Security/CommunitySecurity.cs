using System.Text;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>SNMPv1 and v2c: the community is all there is.</summary>
sealed class CommunitySecurity(SnmpVersion version, string community) : IMessageSecurity
{
    readonly byte[] _community = Encoding.UTF8.GetBytes(community);

    public SnmpVersion Version => version;

    public string Reason { get; private set; } = "";

    public ReadOnlySpan<byte> Seal(scoped in RequestDraft request, int id, Span<byte> buffer)
    {
        var writer = new BerWriter(buffer);
        request.WriteTo(ref writer, id);
        CommunityMessage.WriteHead(ref writer, version, _community, mark: 0);
        return writer.HasOverflowed ? default : writer.Written;
    }

    public OpenOutcome Open(Span<byte> datagram, int id, out PduView pdu)
    {
        pdu = default;
        var decoded = CommunityMessage.Decode(datagram, out var message);
        if (decoded != DecodeOutcome.Decoded)
            return Drop(OpenOutcome.Malformed, decoded.ToString());
        if (message.Version != version || message.Pdu.Kind != PduKind.Response || message.Pdu.RequestId != id)
            return Drop(OpenOutcome.Malformed, $"{message.Version} {message.Pdu.Kind} instead of a response");

        pdu = message.Pdu;
        return OpenOutcome.Answer;
    }

    OpenOutcome Drop(OpenOutcome outcome, string reason)
    {
        Reason = reason;
        return outcome;
    }
}
