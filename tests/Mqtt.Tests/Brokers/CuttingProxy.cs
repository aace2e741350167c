using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>A line to a broker that the test cuts when it likes.</summary>
sealed class CuttingProxy : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentBag<TcpClient> _open = [];
    readonly int _target;

    public CuttingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every connection ends as when a cable is pulled: without a word.</summary>
    public void Cut()
    {
        while (_open.TryTake(out var end))
        {
            end.LingerState = new(enable: true, seconds: 0);
            end.Dispose();
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        Cut();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync(CancellationToken.None);
                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, _target, CancellationToken.None);
                _open.Add(near);
                _open.Add(far);
                _ = PassAsync(near, far);
                _ = PassAsync(far, near);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    static async Task PassAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }
}
