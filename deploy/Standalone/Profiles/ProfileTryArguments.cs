using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Trying;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;

namespace DcOps.Standalone.Profiles;

/// <summary>The command line of <c>profile try</c>.</summary>
/// <param name="Profile">Null to recognise the device.</param>
sealed record ProfileTryArguments(TrialTarget Target, string? Profile, string Folder, TimeSpan Timeout)
{
    public const string Usage = """
        profile try --host HOST [--port 161] [--profile NAME] [--profiles DIR] [--timeout SECONDS]
                    --community SECRET [--version 1|2c]
                    --user NAME [--auth PROTOCOL --auth-password SECRET] [--priv PROTOCOL --priv-password SECRET] [--context NAME]
        A SECRET is the text itself, or env:NAME or file:PATH. PROTOCOL: md5 sha1 sha224 sha256 sha384 sha512; aes128 aes192 aes256.
        """;

    const int DefaultPort = 161;
    static readonly string[] Known =
    [
        "host", "port", "profile", "profiles", "timeout", "community", "version", "user", "auth", "auth-password", "priv", "priv-password", "context",
    ];

    /// <summary>Null with the reason when the line is not of the form of <see cref="Usage"/>.</summary>
    public static ProfileTryArguments? TryParse(string[] line, [NotNullWhen(false)] out string? reason)
    {
        try
        {
            var options = Options(line);
            var address = new IPEndPoint(HostOf(options), Whole(options, "port", DefaultPort));
            reason = null;
            return new(
                TargetOf(options, address), options.GetValueOrDefault("profile"), options.GetValueOrDefault("profiles") ?? ProfileLibrary.StandardFolder,
                TimeSpan.FromSeconds(Whole(options, "timeout", 3)));
        }
        catch (FormatException fault)
        {
            reason = fault.Message;
            return null;
        }
    }

    static Dictionary<string, string> Options(string[] line)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < line.Length; at += 2)
        {
            var name = line[at].StartsWith("--", StringComparison.Ordinal) ? line[at][2..] : "";
            if (!Known.Contains(name, StringComparer.Ordinal))
                throw new FormatException($"'{line[at]}' is not an option of profile try.");
            if (at + 1 == line.Length)
                throw new FormatException($"--{name} needs a value.");
            options[name] = line[at + 1];
        }

        return options;
    }

    static IPAddress HostOf(Dictionary<string, string> options)
    {
        var host = options.GetValueOrDefault("host") ?? throw new FormatException("--host is missing: which device?");
        try
        {
            return IPAddress.TryParse(host, out var address) ? address : Dns.GetHostAddresses(host)[0];
        }
        catch (SocketException fault)
        {
            throw new FormatException($"--host {host}: {fault.Message}", fault);
        }
    }

    static TrialTarget TargetOf(Dictionary<string, string> options, IPEndPoint address)
    {
        if (options.GetValueOrDefault("user") is { } user)
        {
            var authentication = Protocol<AuthenticationProtocol>(options, "auth");
            var privacy = Protocol<PrivacyProtocol>(options, "priv");
            if (privacy != PrivacyProtocol.None && authentication == AuthenticationProtocol.None)
                throw new FormatException("--priv needs --auth: SNMP has no privacy without authentication.");
            return new(
                address, SnmpVersion.V3, null,
                new UsmUser(user, authentication, Revealed(options, "auth-password") ?? "", privacy, Revealed(options, "priv-password") ?? ""),
                options.GetValueOrDefault("context") ?? "");
        }

        var community = Revealed(options, "community") ?? throw new FormatException("--community or --user is missing: there is no default.");
        return options.GetValueOrDefault("version") switch
        {
            null or "2c" => new(address, SnmpVersion.V2c, community, null, ""),
            "1" => new(address, SnmpVersion.V1, community, null, ""),
            var other => throw new FormatException($"--version {other}: with a community it is 1 or 2c."),
        };
    }

    static T Protocol<T>(Dictionary<string, string> options, string name)
        where T : struct, Enum =>
        !options.TryGetValue(name, out var text) ? default
        : KebabCase.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), out var protocol) ? protocol
        : throw new FormatException($"--{name} {text}: known are {string.Join(", ", Enum.GetValues<T>().Select(KebabCase.Of))}.");

    static string? Revealed(Dictionary<string, string> options, string name)
    {
        if (!options.TryGetValue(name, out var text))
            return null;

        var isPlain = !text.StartsWith("env:", StringComparison.Ordinal) && !text.StartsWith("file:", StringComparison.Ordinal);
        return Secret.Parse(isPlain ? "text:" + text : text).Reveal(out var reason) ?? throw new FormatException($"--{name}: {reason}");
    }

    static int Whole(Dictionary<string, string> options, string name, int absent) =>
        !options.TryGetValue(name, out var text) ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= ushort.MaxValue ? number
        : throw new FormatException($"--{name} '{text}': a whole number from 1 to 65535.");
}
