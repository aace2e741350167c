using System.Text.Json;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Codec;

/// <summary>Datagrams seen on real networks, crashing ones among them.</summary>
static class Datagrams
{
    public static IReadOnlyList<(string File, int Frame, byte[] Octets)> Recorded() =>
        [.. File.ReadLines(SharedFolder.Of("data", "robust", "snmp_udp_payloads.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(entry => (
                entry.GetProperty("file").GetString()!,
                entry.GetProperty("frame").GetInt32(),
                Convert.FromHexString(entry.GetProperty("hex").GetString()!)))];

    public static byte[] Encode(SnmpVersion version, string community, Pdu pdu)
    {
        var writer = new BerWriter(new byte[65_507]);
        CommunityMessage.Write(ref writer, version, System.Text.Encoding.UTF8.GetBytes(community), pdu);
        return writer.Written.ToArray();
    }

    /// <summary>The outcome, and the PDU when there is one.</summary>
    public static (DecodeOutcome Outcome, Pdu? Pdu) Decode(ReadOnlySpan<byte> datagram)
    {
        var outcome = CommunityMessage.Decode(datagram, out var message);
        return (outcome, outcome == DecodeOutcome.Decoded ? message.Pdu.ToPdu() : null);
    }
}
