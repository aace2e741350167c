using System.Net;
using System.Net.Sockets;
using DcOps.Collectors.Snmp.Codec;
using Datagrams = DcOps.Collectors.Snmp.Tests.Codec.Datagrams;

namespace DcOps.Collectors.Snmp.Tests.Engine;

/// <summary>An agent whose every move the test makes: it takes one question at a time and answers when and as it is told.</summary>
sealed class ScriptedAgent : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    readonly UdpClient _elsewhere = new(new IPEndPoint(IPAddress.Loopback, 0));

    public IPEndPoint Address => (IPEndPoint)_socket.Client.LocalEndPoint!;

    /// <summary>The next question and who asked it.</summary>
    public async Task<(Pdu Question, IPEndPoint From)> NextAsync()
    {
        var (datagram, from) = await NextDatagramAsync();
        return (Datagrams.Decode(datagram).Pdu!, from);
    }

    public async Task<(byte[] Datagram, IPEndPoint From)> NextDatagramAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var received = await _socket.ReceiveAsync(limit.Token);
            return (received.Buffer, received.RemoteEndPoint);
        }
        catch (OperationCanceledException end) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"No question came within {Patience}.", end);
        }
    }

    public bool HasQuestion => _socket.Available > 0;

    public void Send(Pdu response, IPEndPoint to) => Send(Datagrams.Encode(SnmpVersion.V2c, "public", response), to);

    public void Send(byte[] datagram, IPEndPoint to) => _socket.Send(datagram, to);

    public void SendFromAnotherPort(Pdu response, IPEndPoint to) =>
        _elsewhere.Send(Datagrams.Encode(SnmpVersion.V2c, "public", response), to);

    /// <summary>A response that gives sysUpTime and nothing else.</summary>
    public static Pdu UpTime(Pdu question, uint ticks = 4200) => Pdu.Response(
        question.RequestId, [new(ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0"), ObjectSyntax.TimeTicks(ticks))]);

    public void Dispose()
    {
        _socket.Dispose();
        _elsewhere.Dispose();
    }
}
