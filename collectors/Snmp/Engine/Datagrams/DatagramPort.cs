using System.Net;
using System.Net.Sockets;

namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>One UDP socket for any number of devices, with a thread of its own that hands on what arrives.</summary>
sealed class DatagramPort : IDisposable
{
    // Thousands of devices answer within a moment; the kernel drops what does not fit here.
    const int ReceiveBufferOctets = 8 * 1024 * 1024;

    /// <summary>
    /// How long a thread rests that has just found several datagrams at once: while many arrive, a look for each would wake it
    /// ten thousand times a second. A single device's answers are taken as they come, and so is what fills half a look or more.
    /// </summary>
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(3);
    const int SoManyThatMoreWait = ArrivedDatagrams.Most / 2;
    readonly Socket _socket;
    readonly Thread _thread;
    readonly IDatagramReceiver _receiver;
    readonly ManualResetEvent _stop = new(initialState: false);
    readonly bool _takesMany;
    volatile bool _isStopped;

    /// <param name="mayTakeMany">False: one datagram a system call, as on systems that know no other.</param>
    public DatagramPort(AddressFamily family, IDatagramReceiver receiver, bool mayTakeMany)
    {
        _receiver = receiver;
        _socket = new(family, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = ReceiveBufferOctets };
        _socket.Bind(new IPEndPoint(family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0));
        _takesMany = mayTakeMany && DatagramCalls.AreServed(_socket.SafeHandle);
        _thread = new(Receive) { IsBackground = true, Name = "snmp-receive" };
        _thread.Start();
    }

    /// <param name="places">Of the waiting datagrams, those of this port.</param>
    public void Send(WaitingDatagrams waiting, ReadOnlySpan<int> places)
    {
        while (!places.IsEmpty)
        {
            var sent = _takesMany ? SendMany(waiting, places) : 0;
            if (sent == 0)
            {
                // What is not taken among many goes alone: that names the reason.
                if (SendOne(waiting.OctetsOf(places[0]), waiting.LinkOf(places[0]).Address) is { } refusal)
                    waiting.Refuse(places[0], refusal);
                sent = 1;
            }

            places = places[sent..];
        }
    }

    public void Dispose()
    {
        if (_isStopped)
            return;

        _isStopped = true;
        _stop.Set();
        _socket.Dispose();
        _thread.Join();
        _stop.Dispose();
    }

    int SendMany(WaitingDatagrams waiting, ReadOnlySpan<int> places)
    {
        try
        {
            return DatagramCalls.Send(_socket.SafeHandle, waiting, places);
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    SocketError? SendOne(ReadOnlySpan<byte> datagram, SocketAddress address)
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

    void Receive()
    {
        var arrived = new ArrivedDatagrams();
        var sender = new SocketAddress(_socket.AddressFamily);
        while (!_isStopped)
        {
            try
            {
                var isThere = _takesMany ? DatagramCalls.TryReceive(_socket.SafeHandle, arrived) : TryReceiveOne(arrived, sender);
                if (isThere && !_isStopped)
                    _receiver.Receive(arrived);
                if (!isThere || arrived.Count is > 1 and < SoManyThatMoreWait)
                    _stop.WaitOne(Rest);
            }
            catch (Exception end) when (_isStopped && end is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    bool TryReceiveOne(ArrivedDatagrams arrived, SocketAddress sender)
    {
        try
        {
            arrived.FillOne(_socket.ReceiveFrom(arrived.RoomAt(0), SocketFlags.None, sender), sender);
            return true;
        }
        catch (SocketException) when (!_isStopped)
        {
            // An unreachable peer's ICMP message; the socket is unharmed, and the peer's deadline tells.
            return false;
        }
    }
}
