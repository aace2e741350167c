using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Tests.Codec;

public sealed class CommunityMessageTests
{
    static readonly ObjectIdentifier SysUpTime = ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0");

    static readonly Pdu EveryKind = Pdu.Response(
        -7,
        [
            new(SysUpTime, ObjectSyntax.TimeTicks(uint.MaxValue)),
            new(SysUpTime.Append(1), ObjectSyntax.Integer32(int.MinValue)),
            new(SysUpTime.Append(2), ObjectSyntax.Counter64(ulong.MaxValue)),
            new(SysUpTime.Append(3), ObjectSyntax.OpaqueFloat(1.5f)),
            new(SysUpTime.Append(4), ObjectSyntax.OpaqueDouble(-0.1)),
            new(SysUpTime.Append(5), ObjectSyntax.OctetString(new string('x', 300))),
            new(SysUpTime.Append(6), ObjectSyntax.Of(SysUpTime)),
            new(SysUpTime.Append(7), ObjectSyntax.IpAddress([192, 0, 2, 1])),
            new(SysUpTime.Append(8), ObjectSyntax.Null),
            new(SysUpTime.Append(9), ObjectSyntax.EndOfMibView),
            new(SysUpTime.Append(10), ObjectSyntax.Opaque([1, 2])),
        ]);

    [Fact]
    public void Of_a_get_request_has_the_octets_that_net_snmp_sends()
    {
        var datagram = Datagrams.Encode(SnmpVersion.V2c, "public", Pdu.GetRequest(0x26, SysUpTime));

        Assert.Equal(
            "302602010104067075626C6963A019020126020100020100300E300C06082B060102010103000500", Convert.ToHexString(datagram));
    }

    [Fact]
    public void Comes_back_as_it_went()
    {
        var (outcome, pdu) = Datagrams.Decode(Datagrams.Encode(SnmpVersion.V2c, "public", EveryKind));

        Assert.Equal(DecodeOutcome.Decoded, outcome);
        Assert.Equal(EveryKind, pdu);
    }

    [Fact]
    public void Cut_short_anywhere_is_said_to_be_truncated()
    {
        var datagram = Datagrams.Encode(SnmpVersion.V2c, "public", EveryKind);

        var outcomes = Enumerable.Range(0, datagram.Length).Select(length => Datagrams.Decode(datagram.AsSpan(0, length)).Outcome);

        Assert.All(outcomes, outcome => Assert.Equal(DecodeOutcome.Truncated, outcome));
    }

    [Fact]
    public void With_any_octet_changed_still_has_an_outcome()
    {
        var datagram = Datagrams.Encode(SnmpVersion.V2c, "public", EveryKind);

        for (var at = 0; at < datagram.Length; at++)
        {
            for (var octet = 0; octet < 256; octet++)
            {
                var changed = datagram.ToArray();
                changed[at] = (byte)octet;
                Assert.True(Enum.IsDefined(Datagrams.Decode(changed).Outcome));
            }
        }
    }

    [Fact]
    public void Seen_on_a_real_network_is_decoded_or_refused_by_name()
    {
        var outcomes = Datagrams.Recorded().CountBy(datagram => Datagrams.Decode(datagram.Octets).Outcome).ToDictionary();

        // 11 are SNMPv3; 6 carry a trap whose tag is spread over several octets, which only a fuzzer does.
        Assert.Equal(
            new Dictionary<DecodeOutcome, int>
            {
                [DecodeOutcome.Decoded] = 554,
                [DecodeOutcome.UnknownVersion] = 11,
                [DecodeOutcome.UnexpectedTag] = 6,
            },
            outcomes);
    }

    [Theory]
    [InlineData("302602010704067075626C6963A019020126020100020100300E300C06082B060102010103000500", DecodeOutcome.UnknownVersion)]
    [InlineData("302602010104067075626C6963AF19020126020100020100300E300C06082B060102010103000500", DecodeOutcome.UnknownPdu)]
    [InlineData("302602010102067075626C6963A019020126020100020100300E300C06082B060102010103000500", DecodeOutcome.UnexpectedTag)]
    [InlineData("302602010104067075626C6963A219020126020100020100300E300C06082B060102010103000200", DecodeOutcome.WrongInteger)]
    [InlineData("302602010104067075626C6963A219020126020100020100300E300C06082B060102010103800500", DecodeOutcome.WrongObjectIdentifier)]
    [InlineData("302602010104067075626C6963A219020126020100020100300E300C06072B0601020101030500 05", DecodeOutcome.TrailingOctets)]
    [InlineData("308002010104067075626C6963A219020126020100020100300E300C06082B060102010103000500", DecodeOutcome.WrongLength)]
    public void Of_a_wrong_form_says_what_is_wrong(string datagram, DecodeOutcome expected)
    {
        var octets = Convert.FromHexString(datagram.Replace(" ", "", StringComparison.Ordinal));

        Assert.Equal(expected, Datagrams.Decode(octets).Outcome);
    }

    [Theory]
    [InlineData("4204FFFFFFFE", 4_294_967_294)]
    [InlineData("4205FFFFFFFFFE", 4_294_967_294)]
    [InlineData("42050080000000", 2_147_483_648)]
    [InlineData("4201FF", 255)]
    [InlineData("4608FFFFFFFFFFFFFFFE", 18_446_744_073_709_551_614)]
    public void Reads_unsigned_values_of_agents_that_forget_the_sign_octet(string element, double expected)
    {
        var octets = Convert.FromHexString(element);

        var outcome = SyntaxCodec.Decode(octets[0], octets.AsSpan(2), out var value);

        Assert.Equal(DecodeOutcome.Decoded, outcome);
        Assert.Equal(expected, value.ToDouble());
    }
}
