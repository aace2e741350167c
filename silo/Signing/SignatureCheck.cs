using System.Security.Cryptography;
using System.Text;
using DcOps.Domain.Statements;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace DcOps.Signing;

/// <summary>Verifies a CMS signature over a manifest, without asking anybody.</summary>
public static class SignatureCheck
{
    static readonly string[] Digests =
        [NistObjectIdentifiers.IdSha256.Id, NistObjectIdentifiers.IdSha384.Id, NistObjectIdentifiers.IdSha512.Id, GMObjectIdentifiers.sm3.Id];

    /// <param name="signature">DER or PEM.</param>
    /// <param name="authorities">Null: who signed is told, and not judged.</param>
    public static SignatureReport Of(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature, TrustedAuthorities? authorities)
    {
        try
        {
            var signed = new CmsSignedData(new CmsProcessableByteArray(content.ToArray()), Der(signature));
            return signed.GetSignerInfos().GetSigners() is [var signer]
                ? Of(signer, signed.GetCertificates(), authorities)
                : Bad("has not exactly one signer");
        }
        catch (Exception fault) when (IsMalformed(fault))
        {
            return Bad("cannot be read as a CMS signature");
        }
    }

    static SignatureReport Of(
        SignerInformation signer, Org.BouncyCastle.Utilities.Collections.IStore<X509Certificate> certificates, TrustedAuthorities? authorities)
    {
        var certificate = certificates.EnumerateMatches(signer.SignerID).FirstOrDefault();
        if (certificate is null)
            return Bad("does not hold its signer's certificate");

        var (who, signedAt) = (Certificates.IdentityOf(certificate), SignedAt(signer));
        if (Certificates.SuiteOf(certificate) is null || !Digests.Contains(signer.DigestAlgorithmID.Algorithm.Id, StringComparer.Ordinal))
            return Bad("is made with an algorithm or a key that is too weak or not known", who, signedAt);
        if (!IsOver(signer, certificate))
            return Bad("is not a signature over this manifest: the manifest or the signature was changed", who, signedAt);
        if (signedAt is not { } at)
            return Bad("does not say when it was made", who);
        if (authorities is null)
            return new([], who, at, null) { IsGenuine = true };

        var refusal = authorities.Refuses(certificate, certificates, at, out var authority);
        return refusal is null
            ? new([], who, at, true) { IsGenuine = true, TrustedBy = Certificates.IdentityOf(authority!) }
            : Bad(refusal, who, at, isTrusted: false) with { IsGenuine = true };
    }

    static bool IsOver(SignerInformation signer, X509Certificate certificate)
    {
        try
        {
            return signer.SignedAttributes is not null && signer.Verify(certificate.GetPublicKey());
        }
        catch (Exception fault) when (IsMalformed(fault))
        {
            // The library says by an exception that the digest is another one.
            return false;
        }
    }

    static DateTimeOffset? SignedAt(SignerInformation signer) =>
        signer.SignedAttributes?[CmsAttributes.SigningTime] is { AttrValues: [var value] }
            ? Certificates.Utc(Time.GetInstance(value).ToDateTime())
            : null;

    static byte[] Der(ReadOnlySpan<byte> signature)
    {
        if (!signature.StartsWith("-----"u8))
            return signature.ToArray();

        var pem = Encoding.ASCII.GetString(signature);
        var fields = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }

    static bool IsMalformed(Exception fault) => fault is CmsException or IOException or GeneralSecurityException or ArgumentException
        or InvalidCastException or InvalidOperationException or FormatException or ArithmeticException or IndexOutOfRangeException
        or NullReferenceException or SecurityUtilityException or Org.BouncyCastle.Crypto.CryptoException;

    static SignatureReport Bad(string reason, SignerIdentity? signer = null, DateTimeOffset? at = null, bool? isTrusted = null) =>
        new([new(StatementNames.Signature, reason)], signer, at, isTrusted);
}
