using System.Net;
using System.Net.Sockets;

namespace DcOps.Silo.Host.Composition;

/// <summary>Two different ports of the loopback address that are free now.</summary>
static class FreePorts
{
    public static (int First, int Second) Two()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
