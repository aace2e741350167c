using System.Text;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Agents;

/// <summary>
/// Answers SNMPv1 and v2c requests for one community, as RFC 3416 section 4.2 says. Reads only: a SetRequest is refused.
/// A datagram that is no request, or of another community, gets no answer, as with real agents.
/// </summary>
/// <param name="community">Read community, in UTF-8 on the wire.</param>
public sealed class CommunityAgent(string community, IAgentObjects objects) : IDatagramAgent
{
    // Room for everything that stands before the variables of a response.
    const int HeadLength = 64;
    readonly byte[] _community = Encoding.UTF8.GetBytes(community);
    readonly RequestAnswer _answer = new(objects);

    /// <summary>Largest response, octets of UDP payload; what does not fit is left out of a GETBULK or refused as tooBig.</summary>
    public int MaxResponseOctets { get; init; } = 1472;

    public int Answer(ReadOnlySpan<byte> request, Span<byte> response)
    {
        if (CommunityMessage.Decode(request, out var message) != DecodeOutcome.Decoded
            || !message.Community.SequenceEqual(_community))
            return 0;

        var room = Math.Min(MaxResponseOctets, response.Length) - HeadLength - _community.Length;
        if (_answer.To(message.Pdu.ToPdu(), message.Version, room) is not { } pdu)
            return 0;

        var writer = new BerWriter(response);
        CommunityMessage.Write(ref writer, message.Version, message.Community, pdu);
        if (writer.HasOverflowed)
            return 0;

        writer.Written.CopyTo(response);
        return writer.Mark;
    }
}
