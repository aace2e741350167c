using System.Text;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>From a password to the key that one engine knows (RFC 3414 appendix A, RFC 7860 section 9.3).</summary>
static class KeyDerivation
{
    // RFC 3414 A.2: the password is repeated to this length before it is hashed.
    const int ExpandedLength = 1_048_576;

    /// <summary>Ku: costs a hash of 1 MiB, so keep it. Never used as it is, but localised.</summary>
    /// <exception cref="ArgumentException">The password is empty.</exception>
    public static byte[] OfPassword(Digest digest, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        var once = Encoding.UTF8.GetBytes(password);
        var expanded = new byte[ExpandedLength];
        for (var at = 0; at < expanded.Length; at += once.Length)
            once.AsSpan(0, Math.Min(once.Length, expanded.Length - at)).CopyTo(expanded.AsSpan(at));
        return digest.Hash(expanded);
    }

    /// <summary>Kul: the key for one engine alone, so that one stolen card opens no other.</summary>
    public static byte[] Localise(Digest digest, ReadOnlySpan<byte> key, ReadOnlySpan<byte> engineId) =>
        digest.Hash([.. key, .. engineId, .. key]);

    /// <summary>Cuts or lengthens a localised key to what the cipher takes.</summary>
    public static byte[] ForPrivacy(
        Digest digest, PrivacyProtocol protocol, byte[] localisedKey, ReadOnlySpan<byte> engineId)
    {
        var length = KeyLength(protocol);
        byte[] key = localisedKey;
        while (key.Length < length)
        {
            key = protocol is PrivacyProtocol.Aes192Reeder or PrivacyProtocol.Aes256Reeder
                ? [.. key, .. LocaliseAgain(digest, key.AsSpan(key.Length - digest.HashLength), engineId)]
                : [.. key, .. digest.Hash(key)];
        }

        return key[..length];
    }

    static int KeyLength(PrivacyProtocol protocol) => protocol switch
    {
        PrivacyProtocol.Aes128 => 16,
        PrivacyProtocol.Aes192 or PrivacyProtocol.Aes192Reeder => 24,
        PrivacyProtocol.Aes256 or PrivacyProtocol.Aes256Reeder => 32,
        _ => 0,
    };

    // draft-reeder-snmpv3-usm-3desede 2.1: the localised key stands in for a password.
    static byte[] LocaliseAgain(Digest digest, ReadOnlySpan<byte> key, ReadOnlySpan<byte> engineId)
    {
        var expanded = new byte[ExpandedLength];
        for (var at = 0; at < expanded.Length; at += key.Length)
            key[..Math.Min(key.Length, expanded.Length - at)].CopyTo(expanded.AsSpan(at));
        return Localise(digest, digest.Hash(expanded), engineId);
    }
}
