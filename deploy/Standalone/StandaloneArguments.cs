using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DcOps.Domain.Configuration;

namespace DcOps.Standalone;

/// <summary>The command line of the standalone process: what every host takes, and the embedded broker.</summary>
/// <param name="BrokerPort">Port of the MQTT broker on the loopback address; null for none.</param>
sealed record StandaloneArguments(HostArguments Host, int? BrokerPort)
{
    public const int DefaultPort = 8080;
    public const string Usage = $"{HostArguments.Usage} [--broker-port N]";

    const string BrokerOption = "--broker-port";

    /// <summary>Null with the reason when the line is not of the form of <see cref="Usage"/>.</summary>
    public static StandaloneArguments? TryParse(string[] line, [NotNullWhen(false)] out string? reason)
    {
        int? broker = null;
        var at = Array.IndexOf(line, BrokerOption);
        if (at >= 0)
        {
            var value = at + 1 < line.Length ? line[at + 1] : "";
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            {
                reason = $"{BrokerOption} '{value}': a port is a number from 1 to 65535.";
                return null;
            }

            broker = port;
            line = [.. line[..at], .. line[(at + 2)..]];
        }

        return HostArguments.TryParse(line, DefaultPort, out reason) is { } host ? new(host, broker) : null;
    }
}
