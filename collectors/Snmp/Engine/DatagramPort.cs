using System.Net;
using System.Net.Sockets;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>One UDP socket for any number of devices, with a thread of its own that hands on what arrives.</summary>
sealed class DatagramPort : IDisposable
{
    // Thousands of devices answer within a moment; the kernel drops what does not fit here.
    const int ReceiveBufferOctets = 8 * 1024 * 1024;
    const int LargestDatagram = 65_536;
    readonly Socket _socket;
    readonly Thread _thread;
    readonly IDatagramReceiver _receiver;
    volatile bool _isStopped;

    public DatagramPort(AddressFamily family, IDatagramReceiver receiver)
    {
        _receiver = receiver;
        _socket = new(family, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = ReceiveBufferOctets };
        _socket.Bind(new IPEndPoint(family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0));
        _thread = new(Receive) { IsBackground = true, Name = "snmp-receive" };
        _thread.Start();
    }

    /// <returns>Null when it was sent; else why our own network would not.</returns>
    public SocketError? Send(ReadOnlySpan<byte> datagram, SocketAddress address)
    {
        try
        {
            _socket.SendTo(datagram, SocketFlags.None, address);
            return null;
        }
        catch (SocketException refusal)
        {
            return refusal.SocketErrorCode;
        }
        catch (ObjectDisposedException)
        {
            return SocketError.Shutdown;
        }
    }

    public void Dispose()
    {
        _isStopped = true;
        _socket.Dispose();
        _thread.Join();
    }

    void Receive()
    {
        var buffer = new byte[LargestDatagram];
        var sender = new SocketAddress(_socket.AddressFamily);
        while (!_isStopped)
        {
            try
            {
                var length = _socket.ReceiveFrom(buffer, SocketFlags.None, sender);
                _receiver.Receive(buffer.AsSpan(0, length), sender);
            }
            catch (SocketException) when (!_isStopped)
            {
                // An unreachable peer's ICMP message; the socket is unharmed, and the peer's deadline tells.
            }
            catch (Exception end) when (_isStopped && end is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
