using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>Reads the secrets of one set of credentials.</summary>
static class CredentialsReader
{
    // RFC 3414 section 11.2.
    const int ShortestPassword = 8;

    /// <returns>Null when something is refused.</returns>
    public static SnmpCredentials? Read(
        CredentialsSection section, string key, ImmutableArray<LegacyDigest> allowed, Action<string, string> refuse)
    {
        if (section.Version != SnmpVersion.V3)
        {
            var community = Reveal(section.Community, $"{key}.community", shortest: 1, refuse);
            return community is null ? null : new(section.Version, community, null, "");
        }

        if (LegacyOf(section.Authentication) is { } legacy && !allowed.Contains(legacy))
        {
            refuse($"{key}.authentication", $"is broken; where a device knows no other, say so: \"allowLegacy\": [\"{legacy.ToString().ToLowerInvariant()}\"].");
            return null;
        }

        var authentication = section.Authentication == AuthenticationProtocol.None
            ? ""
            : Reveal(section.AuthenticationPassword, $"{key}.authenticationPassword", ShortestPassword, refuse);
        var privacy = section.Privacy == PrivacyProtocol.None
            ? ""
            : Reveal(section.PrivacyPassword, $"{key}.privacyPassword", ShortestPassword, refuse);
        return authentication is null || privacy is null
            ? null
            : new(
                SnmpVersion.V3,
                null,
                new UsmUser(section.User!, section.Authentication, authentication, section.Privacy, privacy),
                section.Context);
    }

    static string? Reveal(Secret? secret, string key, int shortest, Action<string, string> refuse)
    {
        if (secret is null)
            return null;

        var text = secret.Reveal(out var reason);
        if (text?.Length < shortest)
            reason = $"must have at least {shortest} characters.";
        if (reason is null)
            return text;

        refuse(key, reason);
        return null;
    }

    static LegacyDigest? LegacyOf(AuthenticationProtocol protocol) => protocol switch
    {
        AuthenticationProtocol.Md5 => LegacyDigest.Md5,
        AuthenticationProtocol.Sha1 => LegacyDigest.Sha1,
        _ => null,
    };
}
