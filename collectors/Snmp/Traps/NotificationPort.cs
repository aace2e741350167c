using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>The socket that notifications come to: reads them, answers what can be answered at once, and queues the rest.</summary>
sealed class NotificationPort : IAsyncDisposable
{
    const int LargestDatagram = 65_536;
    const int ReceiveBufferOctets = 4 * 1024 * 1024;
    readonly Socket _socket;
    readonly CommunityNotifications _communities;
    readonly UserNotifications _users;
    readonly ChannelWriter<Arrival> _arrivals;
    readonly TimeProvider _time;
    readonly CancellationTokenSource _stop = new();
    readonly Task _loop;

    /// <param name="listen">Port 0 takes a free one; see <see cref="Address"/>.</param>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public NotificationPort(
        IPEndPoint listen, CommunityNotifications communities, UserNotifications users, ChannelWriter<Arrival> arrivals, TimeProvider time)
    {
        _communities = communities;
        _users = users;
        _arrivals = arrivals;
        _time = time;
        _socket = new(listen.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = ReceiveBufferOctets };
        try
        {
            _socket.Bind(listen);
        }
        catch (SocketException)
        {
            _socket.Dispose();
            throw;
        }

        Address = (IPEndPoint)_socket.LocalEndPoint!;
        _loop = ReceiveAsync(_stop.Token);
    }

    public IPEndPoint Address { get; }

    public void Reply(Arrival arrival)
    {
        if (arrival.Reply is not null)
            Send(arrival.Reply, arrival.From);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _socket.Dispose();
        _stop.Dispose();
    }

    async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestDatagram];
        var anyone = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, anyone, cancellationToken);
                Take(buffer.AsSpan(0, received.ReceivedBytes), (IPEndPoint)received.RemoteEndPoint);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException) when (!cancellationToken.IsCancellationRequested)
            {
                // A sender that closed its port makes the next receive report it (ICMP); the next datagram is unharmed.
            }
        }
    }

    void Take(Span<byte> datagram, IPEndPoint from)
    {
        var received = VersionOf(datagram) == SnmpVersion.V3 ? _users.Open(datagram) : _communities.Open(datagram);
        if (received.Pdu is null)
        {
            SnmpMetrics.Notifications.WithLabels(received.Refusal).Inc();
            if (received.Reply is not null)
                Send(received.Reply, from);
        }
        else if (NotificationNormaliser.Of(received.Pdu, received.Head) is not { } notification)
        {
            SnmpMetrics.Notifications.WithLabels("malformed").Inc();
        }
        else if (!_arrivals.TryWrite(new(_time.GetUtcNow(), from, notification, received.Reply)))
        {
            // An inform without answer is sent again.
            SnmpMetrics.Notifications.WithLabels("queue-full").Inc();
        }
    }

    static SnmpVersion? VersionOf(ReadOnlySpan<byte> datagram)
    {
        var outer = new BerReader(datagram);
        return outer.TryRead(BerTag.Sequence, out var content) && new BerReader(content).TryReadInteger(out var version)
            ? (SnmpVersion)version
            : null;
    }

    void Send(byte[] reply, IPEndPoint to)
    {
        try
        {
            _socket.SendTo(reply, to);
        }
        catch (SocketException)
        {
            // As good as lost on the way: the device sends its inform again.
            SnmpMetrics.Notifications.WithLabels("not-acknowledged").Inc();
        }
    }
}
