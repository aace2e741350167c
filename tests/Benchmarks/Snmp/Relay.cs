using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DcOps.Benchmarks.Snmp;

/// <summary>
/// A bad network in user space, where the kernel has none to offer: an address in front of each device, and every datagram
/// that passes lost, doubled, overtaken or held back. The same seed does the same to the same traffic.
/// </summary>
sealed class Relay : IDisposable
{
    const int LargestDatagram = 65_536;
    readonly Impairment _impairment;
    readonly Random _random = new(1);
    readonly PriorityQueue<(Socket From, byte[] Datagram, SocketAddress To), long> _held = new();
    readonly Lock _lock = new();
    readonly List<Socket> _sockets = [];
    readonly Thread _sender;
    volatile bool _isOver;

    public Relay(int devices, Func<int, IPEndPoint> front, Func<int, IPEndPoint> back, Impairment impairment)
    {
        _impairment = impairment;
        for (var device = 0; device < devices; device++)
            Join(Bound(front(device)), Bound(new(IPAddress.Loopback, 0)), back(device));
        _sender = new(Send) { IsBackground = true };
        _sender.Start();
    }

    public void Dispose()
    {
        _isOver = true;
        _sender.Join();
        foreach (var socket in _sockets)
            socket.Dispose();
    }

    Socket Bound(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(address);
        _sockets.Add(socket);
        return socket;
    }

    void Join(Socket front, Socket back, IPEndPoint device)
    {
        SocketAddress? asker = null;
        _ = PassAsync(front, sender =>
        {
            asker = sender;
            return (back, device.Serialize());
        });
        _ = PassAsync(back, _ => (front, asker!));
    }

    async Task PassAsync(Socket socket, Func<SocketAddress, (Socket From, SocketAddress To)> route)
    {
        var buffer = new byte[LargestDatagram];
        var sender = new SocketAddress(AddressFamily.InterNetwork);
        while (!_isOver)
        {
            try
            {
                var length = await socket.ReceiveFromAsync(buffer, SocketFlags.None, sender);
                var copy = new SocketAddress(sender.Family, sender.Size);
                sender.Buffer.Span[..sender.Size].CopyTo(copy.Buffer.Span);
                var (from, to) = route(copy);
                Hold(from, buffer.AsSpan(0, length), to);
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                // Closed at the end of the phase, or a peer that is not there: a datagram less.
                if (_isOver)
                    return;
            }
        }
    }

    void Hold(Socket from, ReadOnlySpan<byte> datagram, SocketAddress to)
    {
        lock (_lock)
        {
            if (_random.NextDouble() < _impairment.Loss)
                return;

            for (var copies = _random.NextDouble() < _impairment.Duplicate ? 2 : 1; copies > 0; copies--)
            {
                var delay = _random.NextDouble() < _impairment.Reorder
                    ? TimeSpan.Zero
                    : _impairment.Delay + (_impairment.Jitter * ((2 * _random.NextDouble()) - 1));
                _held.Enqueue((from, datagram.ToArray(), to), Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency));
            }
        }
    }

    void Send()
    {
        using var pause = new ManualResetEventSlim();
        while (!_isOver)
        {
            while (Next() is { } due)
                due.From.SendTo(due.Datagram, SocketFlags.None, due.To);
            pause.Wait(TimeSpan.FromMilliseconds(1));
        }
    }

    (Socket From, byte[] Datagram, SocketAddress To)? Next()
    {
        lock (_lock)
            return _held.TryPeek(out _, out var at) && at <= Stopwatch.GetTimestamp() ? _held.Dequeue() : null;
    }
}
