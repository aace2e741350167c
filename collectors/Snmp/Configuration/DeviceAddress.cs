using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>Where a device is.</summary>
/// <param name="Host">Name or address.</param>
public sealed record DeviceAddress(string Host, int Port)
{
    const int StandardPort = 161;

    /// <summary>Null when the host is a name.</summary>
    public IPEndPoint? Literal { get; } = IPAddress.TryParse(Host, out var address) ? new(address, Port) : null;

    public static bool TryParse(string text, [NotNullWhen(true)] out DeviceAddress? address)
    {
        // An IPv6 address has colons of its own: with a port it stands in brackets.
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        var isBare6 = end < 0 && text.AsSpan().Count(':') > 1;
        var colon = isBare6 ? -1 : text.IndexOf(':', Math.Max(end, 0));
        var port = StandardPort;
        if (colon >= 0 && !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            port = 0;
        var host = end > 0 ? text[1..end] : colon >= 0 ? text[..colon] : text;
        address = port is > 0 and <= ushort.MaxValue && Uri.CheckHostName(host) != UriHostNameType.Unknown ? new(host, port) : null;
        return address is not null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");
}
