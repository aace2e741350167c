using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace DcOps.Signing.Keys;

/// <summary>Keys and certificates in files of an operator's own.</summary>
static class KeyFiles
{
    const UnixFileMode OthersMayRead = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;

    /// <param name="now">The certificate must be valid then, UTC.</param>
    /// <exception cref="SigningKeyException">A file cannot be read, or the two do not belong together.</exception>
    public static SigningKey Load(SigningOptions options, string? password, DateTimeOffset now) => options.Pkcs12 is { } store
        ? Checked(Pkcs12(store, password), "pkcs12", store, options.Suite, now)
        : Checked(
            (PrivateKey(options.Key!, "key", password), Chain(options.Certificate!, "certificate")), "certificate",
            options.Certificate!, options.Suite, now);

    /// <summary>The private key of a PEM file.</summary>
    public static AsymmetricKeyParameter PrivateKey(string file, string option, string? password)
    {
        RefuseOpenFile(file, option);
        var text = Read(file, option, File.ReadAllText);
        var asked = new PasswordOf(password);
        try
        {
            using var reader = new StringReader(text);
            var pem = new PemReader(reader, asked);
            while (pem.ReadObject() is { } found)
            {
                if (found is AsymmetricCipherKeyPair pair)
                    return pair.Private;
                if (found is AsymmetricKeyParameter { IsPrivate: true } key)
                    return key;
            }
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            var what = !asked.WasAsked ? "is no private key in PEM form that can be read"
                : password is null ? "is encrypted; name its password as 'signing.password'"
                : "is encrypted and does not open with 'signing.password'";
            throw new SigningKeyException(option, $"{file}: {what} ({fault.Message}).", fault);
        }

        throw new SigningKeyException(option, $"{file}: holds no private key; it must have a block '-----BEGIN PRIVATE KEY-----'.");
    }

    /// <summary>The certificates of a PEM file, the signer's first.</summary>
    public static ImmutableArray<X509Certificate> Chain(string file, string option)
    {
        var bytes = Read(file, option, File.ReadAllBytes);
        try
        {
            ImmutableArray<X509Certificate> chain = [.. new X509CertificateParser().ReadCertificates(bytes)];
            return chain.Length > 0
                ? chain
                : throw new SigningKeyException(option, $"{file}: holds no certificate; it must have a block '-----BEGIN CERTIFICATE-----'.");
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            throw new SigningKeyException(option, $"{file}: is no certificate that can be read ({fault.Message}).", fault);
        }
    }

    public static SigningKey Checked(
        (AsymmetricKeyParameter Key, ImmutableArray<X509Certificate> Chain) read, string option, string file, SignatureSuite? wanted,
        DateTimeOffset now)
    {
        var (key, chain) = read;
        if (Certificates.SuiteOf(chain[0]) is not { } suite)
            throw new SigningKeyException(option, $"{file}: its key is neither RSA of 2048 bits or more, nor ECDSA on P-256, nor SM2; use another key.");
        if (!IsPair(key, chain[0], suite))
            throw new SigningKeyException(option, $"{file}: the private key does not belong to this certificate; name the pair that was issued together.");
        if (wanted is { } named && named != suite)
            throw new SigningKeyException("suite", $"is {named}, and the key of {file} is {suite}; leave it out or use another key.");
        if (!Certificates.IsValidAt(chain[0], now))
        {
            throw new SigningKeyException(
                option, FormattableString.Invariant($"{file}: is valid from {chain[0].NotBefore:yyyy-MM-dd} to {chain[0].NotAfter:yyyy-MM-dd} and not now; have it renewed."));
        }

        if (chain[0].GetKeyUsage() is { } usage && !(usage[0] || usage[1]))
            throw new SigningKeyException(option, $"{file}: is not issued for signatures (key usage digitalSignature or nonRepudiation); have one issued that is.");
        return new(suite, key, chain);
    }

    /// <summary>Refuses a key file that any user of the machine can read.</summary>
    public static void RefuseOpenFile(string file, string option, UnixFileMode forbidden = OthersMayRead)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & forbidden) != UnixFileMode.None)
            throw new SigningKeyException(option, $"{file}: other users of this machine may read or change it; run: chmod 600 {file}");
    }

    static (AsymmetricKeyParameter, ImmutableArray<X509Certificate>) Pkcs12(string file, string? password)
    {
        RefuseOpenFile(file, "pkcs12");
        var bytes = Read(file, "pkcs12", File.ReadAllBytes);
        try
        {
            var store = new Pkcs12StoreBuilder().Build();
            using var stream = new MemoryStream(bytes);
            store.Load(stream, password?.ToCharArray() ?? []);
            var alias = store.Aliases.FirstOrDefault(store.IsKeyEntry)
                ?? throw new SigningKeyException("pkcs12", $"{file}: holds no private key; export it with its key.");
            return (store.GetKey(alias).Key, [.. store.GetCertificateChain(alias).Select(entry => entry.Certificate)]);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            var what = password is null ? "does not open without a password; name it as 'signing.password'" : "does not open with 'signing.password', or is no PKCS#12 file";
            throw new SigningKeyException("pkcs12", $"{file}: {what}.", fault);
        }
    }

    static bool IsPair(AsymmetricKeyParameter key, X509Certificate certificate, SignatureSuite suite)
    {
        try
        {
            var (signer, verifier, probe) = (SignerUtilities.GetSigner(Suites.AlgorithmOf(suite)), SignerUtilities.GetSigner(Suites.AlgorithmOf(suite)), "pair"u8.ToArray());
            signer.Init(true, key);
            signer.BlockUpdate(probe, 0, probe.Length);
            verifier.Init(false, certificate.GetPublicKey());
            verifier.BlockUpdate(probe, 0, probe.Length);
            return verifier.VerifySignature(signer.GenerateSignature());
        }
        catch (Exception fault) when (IsUnreadable(fault) || fault is CryptoException)
        {
            // A key of another kind than the certificate's.
            return false;
        }
    }

    static bool IsUnreadable(Exception fault) =>
        fault is IOException or GeneralSecurityException or SecurityUtilityException or ArgumentException or InvalidCastException or InvalidOperationException or FormatException;

    static T Read<T>(string file, string option, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SigningKeyException(option, $"{file}: cannot be read: {fault.Message}", fault);
        }
    }
}
