using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DcOps.Simulator.Options;

/// <summary>Where an MQTT broker listens.</summary>
public sealed record BrokerAddress(string Host, int Port)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out BrokerAddress? address)
    {
        var colon = text.LastIndexOf(':');
        address = colon > 0
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and < 65_536
                ? new(text[..colon], port)
                : null;
        return address is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
