using DcOps.Domain.Statements;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.X509;

namespace DcOps.Signing;

/// <summary>What is read out of certificates.</summary>
static class Certificates
{
    public static SignerIdentity IdentityOf(X509Certificate certificate) => new(
        certificate.SubjectDN.ToString(), certificate.IssuerDN.ToString(), certificate.SerialNumber.ToString(16),
        Digest.Of(certificate.GetEncoded()).Hex, Utc(certificate.NotBefore), Utc(certificate.NotAfter));

    public static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public static bool IsValidAt(X509Certificate certificate, DateTimeOffset at) =>
        at >= Utc(certificate.NotBefore) && at <= Utc(certificate.NotAfter);

    /// <summary>Null when no suite of ours fits the certificate's key.</summary>
    public static SignatureSuite? SuiteOf(X509Certificate certificate) => certificate.GetPublicKey() switch
    {
        RsaKeyParameters rsa when rsa.Modulus.BitLength >= Suites.LeastRsaBits => SignatureSuite.RsaSha256,
        ECKeyParameters curve => Suites.OfCurve(curve.Parameters),
        _ => null,
    };
}
