using System.Net;
using System.Net.Sockets;
using DcOps.Collectors.Snmp.Codec;
using Datagrams = DcOps.Collectors.Snmp.Tests.Codec.Datagrams;

namespace DcOps.Collectors.Snmp.Tests.Traps;

/// <summary>Whatever comes to the receiver's port, it goes on.</summary>
public sealed class HostileNotificationTests
{
    [Fact]
    public async Task Every_recorded_datagram_with_every_seventh_octet_changed_leaves_the_receiver_listening()
    {
        await using var test = await ReceiverUnderTest.StartAsync();
        using var sender = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        foreach (var (_, frame, octets) in Datagrams.Recorded())
        {
            await sender.SendAsync(octets, test.Address, TestContext.Current.CancellationToken);
            var changed = octets.ToArray();
            for (var at = frame % 7; at < changed.Length; at += 7)
                changed[at] ^= 0x41;
            await sender.SendAsync(changed, test.Address, TestContext.Current.CancellationToken);
        }

        var trap = new Pdu(
            PduKind.InformRequest, 7, 0, 0,
            [new(ObjectIdentifier.Parse("1.3.6.1.6.3.1.1.4.1.0"), ObjectSyntax.Of(ObjectIdentifier.Parse("1.3.6.1.4.1.99999.0.42")))]);
        var datagram = Datagrams.Encode(SnmpVersion.V2c, "public", trap);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await sender.SendAsync(datagram, test.Address, limit.Token);
        while (await test.Kept.NextAsync() is { } kept && kept.Kind != "1.3.6.1.4.1.99999.0.42")
            Assert.NotEmpty(kept.Kind);
    }
}
