using DcOps.Signing.Keys;
using Org.BouncyCastle.Pkix;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Store;

namespace DcOps.Signing;

/// <summary>Certificates that a verifier trusts: authorities, or a signer's own.</summary>
public sealed class TrustedAuthorities
{
    readonly ImmutableArray<X509Certificate> _certificates;

    TrustedAuthorities(ImmutableArray<X509Certificate> certificates) => _certificates = certificates;

    /// <param name="file">PEM, one or more certificates; or one in DER.</param>
    /// <exception cref="SigningKeyException">The file cannot be read, or holds no certificate.</exception>
    public static TrustedAuthorities Load(string file) => Load([file]);

    /// <param name="files">Each PEM or DER.</param>
    /// <exception cref="SigningKeyException">A file cannot be read, or holds no certificate.</exception>
    public static TrustedAuthorities Load(ImmutableArray<string> files) => new([.. files.SelectMany(file => KeyFiles.Chain(file, "authorities"))]);

    /// <summary>Trusts one key alone.</summary>
    public static TrustedAuthorities Of(SigningKey key) => new([key.Chain[0]]);

    public int Count => _certificates.Length;

    /// <summary>Null when the certificate leads here, else why not. Revocation lists are not asked.</summary>
    /// <param name="at">When it must have been valid, UTC.</param>
    /// <param name="authority">Where it leads; null when it is refused.</param>
    internal string? Refuses(
        X509Certificate certificate, IStore<X509Certificate> between, DateTimeOffset at, out X509Certificate? authority)
    {
        authority = null;
        if (!Certificates.IsValidAt(certificate, at))
            return FormattableString.Invariant($"its signer's certificate was not valid when it was made ({at:yyyy-MM-dd})");
        if (_certificates.Any(certificate.Equals))
        {
            authority = certificate;
            return null;
        }

        try
        {
            var parameters = new PkixBuilderParameters(
                new HashSet<TrustAnchor>(_certificates.Select(authority => new TrustAnchor(authority, null))),
                new X509CertStoreSelector { Certificate = certificate })
            {
                IsRevocationEnabled = false,
                Date = at.UtcDateTime,
            };
            parameters.AddStoreCert(between);
            parameters.AddStoreCert(CollectionUtilities.CreateStore([certificate]));
            authority = new PkixCertPathBuilder().Build(parameters).TrustAnchor.TrustedCert;
            return null;
        }
        catch (Exception fault) when (fault is GeneralSecurityException or ArgumentException)
        {
            return "its signer's certificate does not lead to an authority that was given";
        }
    }
}
