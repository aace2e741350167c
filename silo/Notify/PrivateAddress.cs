using System.Net;
using System.Net.Sockets;

namespace DcOps.Notify;

/// <summary>Connects only to addresses that a channel may reach: who configures a webhook must not reach into the house by it.</summary>
static class PrivateAddress
{
    /// <exception cref="HttpRequestException">The host has no address that may be reached.</exception>
    public static ValueTask<Stream> ConnectPublicAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, allowPrivate: false, cancellationToken);

    /// <exception cref="HttpRequestException">The host has no address that may be reached.</exception>
    /// <exception cref="SocketException">Nobody answers there, or the host is not known.</exception>
    public static async ValueTask<Stream> ConnectAsync(string host, int port, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(host, allowPrivate, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Never empty.</summary>
    /// <exception cref="HttpRequestException">The host has no address that may be reached.</exception>
    public static async ValueTask<IPAddress[]> ResolveAsync(string host, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var open = addresses.Where(address => allowPrivate || !IsPrivate(address)).ToArray();
        return open.Length > 0
            ? open
            : throw new HttpRequestException($"{host} is an address in the house; set allowPrivate for this channel if that is meant.");
    }

    public static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any))
            return true;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
            return plain.IsIPv6LinkLocal || plain.IsIPv6SiteLocal || plain.IsIPv6UniqueLocal || plain.IsIPv6Multicast;

        var bytes = plain.GetAddressBytes();
        return bytes[0] is 0 or 10 or >= 224 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168)
            || (bytes[0] == 169 && bytes[1] == 254) || (bytes[0] == 100 && bytes[1] is >= 64 and < 128);
    }
}
