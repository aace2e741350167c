using System.Net;
using System.Net.Sockets;

namespace DcOps.Collectors.Snmp.Agents;

/// <summary>
/// One agent on one UDP port. It answers from construction until it is disposed;
/// <see cref="IsSilent"/> makes it swallow requests, as a device that lost its network.
/// </summary>
public sealed class AgentSocket : IAsyncDisposable
{
    // A province of simulated devices is thousands of sockets; a request beyond an Ethernet frame is none of ours.
    const int LargestRequest = 2_048;
    const int LargestResponse = 8_192;
    readonly IDatagramAgent _agent;
    readonly Socket _socket;
    readonly CancellationTokenSource _stop = new();
    readonly Task _loop;

    /// <param name="address">Port 0 takes a free one; see <see cref="Address"/>.</param>
    /// <exception cref="SocketException">The address cannot be bound, as when its port is taken.</exception>
    public AgentSocket(IPEndPoint address, IDatagramAgent agent)
    {
        _agent = agent;
        _socket = new(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.Bind(address);
        }
        catch (SocketException)
        {
            _socket.Dispose();
            throw;
        }

        Address = (IPEndPoint)_socket.LocalEndPoint!;
        _loop = AnswerAsync(_stop.Token);
    }

    /// <summary>The bound address, its port never 0.</summary>
    public IPEndPoint Address { get; }

    public bool IsSilent { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _socket.Dispose();
        _stop.Dispose();
    }

    async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var request = new byte[LargestRequest];
        var response = new byte[LargestResponse];
        var sender = new SocketAddress(_socket.AddressFamily);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(request, SocketFlags.None, sender, cancellationToken);
                var length = IsSilent ? 0 : _agent.Answer(request.AsSpan(0, received), response);
                if (length > 0)
                    await _socket.SendToAsync(response.AsMemory(0, length), SocketFlags.None, sender, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException) when (!cancellationToken.IsCancellationRequested)
            {
                // A peer that closed its port makes the next receive report it (ICMP); the next request is unharmed.
            }
        }
    }
}
