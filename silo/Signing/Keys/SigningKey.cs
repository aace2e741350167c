using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.X509;

namespace DcOps.Signing.Keys;

/// <summary>A private key with its certificate. The key itself cannot be read out of it.</summary>
public sealed class SigningKey
{
    /// <param name="chain">The key's own certificate first.</param>
    internal SigningKey(SignatureSuite suite, AsymmetricKeyParameter key, ImmutableArray<X509Certificate> chain)
    {
        (Suite, Key, Chain) = (suite, key, chain);
        Signer = Certificates.IdentityOf(chain[0]);
    }

    public SignatureSuite Suite { get; }

    public SignerIdentity Signer { get; }

    /// <summary>The certificate to hand to whoever verifies.</summary>
    public string CertificatePem => PemEncoding.WriteString("CERTIFICATE", Chain[0].GetEncoded()) + "\n";

    internal AsymmetricKeyParameter Key { get; }

    internal ImmutableArray<X509Certificate> Chain { get; }
}
