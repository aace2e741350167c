using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace DcOps.Signing;

/// <summary>The suites as the library names them, and keys for them.</summary>
static class Suites
{
    public const int LeastRsaBits = 2048;

    const int OwnRsaBits = 3072;

    static readonly ECDomainParameters P256 = new ECNamedDomainParameters(SecObjectIdentifiers.SecP256r1, SecNamedCurves.GetByOid(SecObjectIdentifiers.SecP256r1));
    static readonly ECDomainParameters Sm2 = new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1));

    public static string AlgorithmOf(SignatureSuite suite) => suite switch
    {
        SignatureSuite.EcdsaSha256 => "SHA256WITHECDSA",
        SignatureSuite.RsaSha256 => "SHA256WITHRSA",
        SignatureSuite.Sm2Sm3 => "SM3WITHSM2",
        _ => throw new ArgumentOutOfRangeException(nameof(suite), suite, "is not a suite."),
    };

    public static SignatureSuite? OfCurve(ECDomainParameters curve) =>
        curve.N.Equals(P256.N) && curve.G.Equals(P256.G) ? SignatureSuite.EcdsaSha256
        : curve.N.Equals(Sm2.N) && curve.G.Equals(Sm2.G) ? SignatureSuite.Sm2Sm3
        : null;

    public static AsymmetricCipherKeyPair NewKey(SignatureSuite suite)
    {
        var random = new SecureRandom();
        if (suite == SignatureSuite.RsaSha256)
        {
            var rsa = new RsaKeyPairGenerator();
            rsa.Init(new KeyGenerationParameters(random, OwnRsaBits));
            return rsa.GenerateKeyPair();
        }

        var curve = new ECKeyPairGenerator("EC");
        curve.Init(new ECKeyGenerationParameters(suite == SignatureSuite.Sm2Sm3 ? Sm2 : P256, random));
        return curve.GenerateKeyPair();
    }
}
