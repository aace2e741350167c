namespace DcOps.Collectors.Snmp.Security;

/// <summary>
/// A v3 user whose passwords have been turned into keys once; shared by every device that knows the user.
/// Holds no password.
/// </summary>
public sealed class UsmUser
{
    static readonly LocalisedKeys None = new([], []);
    readonly Digest? _digest;
    readonly byte[] _authenticationKey = [];
    readonly byte[] _privacyKey = [];

    /// <param name="authenticationPassword">At least 8 characters (RFC 3414 section 11.2); not read when nothing is authenticated.</param>
    /// <exception cref="ArgumentException">Privacy without authentication, which USM does not know.</exception>
    public UsmUser(
        string name,
        AuthenticationProtocol authentication = AuthenticationProtocol.None,
        string authenticationPassword = "",
        PrivacyProtocol privacy = PrivacyProtocol.None,
        string privacyPassword = "")
    {
        if (privacy != PrivacyProtocol.None && authentication == AuthenticationProtocol.None)
            throw new ArgumentException("USM has no privacy without authentication.", nameof(privacy));

        Name = System.Text.Encoding.UTF8.GetBytes(name);
        Privacy = privacy;
        if (authentication == AuthenticationProtocol.None)
            return;

        _digest = Digest.Of(authentication);
        _authenticationKey = KeyDerivation.OfPassword(_digest, authenticationPassword);
        if (privacy != PrivacyProtocol.None)
            _privacyKey = KeyDerivation.OfPassword(_digest, privacyPassword);
    }

    internal byte[] Name { get; }

    internal PrivacyProtocol Privacy { get; }

    internal Digest? Digest => _digest;

    /// <summary>The user's keys at the engines that have proven themselves.</summary>
    internal LocalisedKeyCache Known { get; } = new();

    /// <summary>The user's keys at one engine.</summary>
    internal LocalisedKeys KeysAt(ReadOnlySpan<byte> engineId)
    {
        if (_digest is null)
            return None;
        if (Known.Find(engineId) is { } known)
            return known;

        var authentication = KeyDerivation.Localise(_digest, _authenticationKey, engineId);
        var privacy = Privacy == PrivacyProtocol.None
            ? []
            : KeyDerivation.ForPrivacy(
                _digest, Privacy, KeyDerivation.Localise(_digest, _privacyKey, engineId), engineId);
        return new(authentication, privacy);
    }
}
