using System.Globalization;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>Where a broker listens.</summary>
/// <param name="Host">Name or number; an IPv6 number without its brackets.</param>
sealed record BrokerAddress(string Host, int Port)
{
    /// <summary>Null when the text is neither <c>host</c> nor <c>host:port</c>.</summary>
    public static BrokerAddress? TryParse(string text, bool isEncrypted)
    {
        var port = isEncrypted ? 8883 : 1883;
        var host = text;
        var colon = text.LastIndexOf(':');
        if (colon >= 0 && colon > text.LastIndexOf(']'))
        {
            host = text[..colon];
            if (!int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65_535)
                return null;
        }

        if (host is ['[', .. var inside, ']'])
            host = inside;
        else if (host.Contains(':', StringComparison.Ordinal))
            return null;

        return Uri.CheckHostName(host) == UriHostNameType.Unknown ? null : new(host, port);
    }
}
