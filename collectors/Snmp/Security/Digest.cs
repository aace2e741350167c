using System.Security.Cryptography;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>The hash of an authentication protocol and its keyed form, over spans.</summary>
sealed class Digest
{
    public const int LongestHash = 64;
    readonly HashAlgorithmName _name;

    Digest(HashAlgorithmName name, int hashLength, int macLength)
    {
        _name = name;
        HashLength = hashLength;
        MacLength = macLength;
    }

    public int HashLength { get; }

    /// <summary>Octets of msgAuthenticationParameters: the leading part of the HMAC.</summary>
    public int MacLength { get; }

    /// <exception cref="ArgumentOutOfRangeException">The protocol has no digest: it is <see cref="AuthenticationProtocol.None"/>.</exception>
    public static Digest Of(AuthenticationProtocol protocol) => protocol switch
    {
        AuthenticationProtocol.Md5 => new(HashAlgorithmName.MD5, 16, 12),
        AuthenticationProtocol.Sha1 => new(HashAlgorithmName.SHA1, 20, 12),
        AuthenticationProtocol.Sha224 => new(Sha224.Name, Sha224.HashLength, 16),
        AuthenticationProtocol.Sha256 => new(HashAlgorithmName.SHA256, 32, 24),
        AuthenticationProtocol.Sha384 => new(HashAlgorithmName.SHA384, 48, 32),
        AuthenticationProtocol.Sha512 => new(HashAlgorithmName.SHA512, 64, 48),
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "This protocol has no digest."),
    };

    public byte[] Hash(ReadOnlySpan<byte> source)
    {
        if (_name == Sha224.Name)
            return Sha224.HashData(source);

        var hash = new byte[HashLength];
        CryptographicOperations.HashData(_name, source, hash);
        return hash;
    }

    /// <param name="mac">As long as <see cref="MacLength"/>.</param>
    public void Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[LongestHash];
        if (_name == Sha224.Name)
            Sha224.HmacData(key, source, whole);
        else
            CryptographicOperations.HmacData(_name, key, source, whole);
        whole[..MacLength].CopyTo(mac);
    }
}
