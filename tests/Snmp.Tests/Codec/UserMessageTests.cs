using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Tests.Codec;

public sealed class UserMessageTests
{
    [Fact]
    public void Seen_on_a_real_network_is_decoded_or_refused_by_name()
    {
        var outcomes = Datagrams.Recorded()
            .CountBy(datagram => UserMessage.Decode(datagram.Octets, out _))
            .ToDictionary();

        // 560 are of older versions; the 11 of v3 are whole, the ones that crashed a decoder too.
        Assert.Equal(
            new Dictionary<DecodeOutcome, int> { [DecodeOutcome.UnknownVersion] = 560, [DecodeOutcome.Decoded] = 11 },
            outcomes);
    }

    [Fact]
    public void Cut_short_anywhere_is_said_to_be_truncated()
    {
        var datagram = Datagrams.Recorded().Select(entry => entry.Octets)
            .First(octets => UserMessage.Decode(octets, out _) == DecodeOutcome.Decoded);

        var outcomes = Enumerable.Range(0, datagram.Length)
            .Select(length => UserMessage.Decode(datagram.AsSpan(0, length), out _));

        Assert.All(outcomes, outcome => Assert.Equal(DecodeOutcome.Truncated, outcome));
    }

    [Fact]
    public void With_any_octet_changed_still_has_an_outcome()
    {
        foreach (var datagram in Datagrams.Recorded().Select(entry => entry.Octets).Where(octets => octets[5] == 3 || octets[4] == 3))
        {
            for (var at = 0; at < datagram.Length; at++)
            {
                foreach (var octet in (byte[])[0x00, 0x01, 0x7F, 0x80, 0x81, 0x84, 0xFF])
                {
                    var changed = datagram.ToArray();
                    changed[at] = octet;
                    if (UserMessage.Decode(changed, out var message) == DecodeOutcome.Decoded && !message.IsEncrypted)
                        Assert.True(Enum.IsDefined(UserMessage.DecodeScopedPdu(message.Body, out _)));
                }
            }
        }
    }
}
