using System.Security.Cryptography;
using System.Text;
using DcOps.Signing.Keys;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace DcOps.Signing.Payloads;

/// <summary>Ciphers, authentication codes and signatures of payloads by the name of their suite.</summary>
public static class PayloadCiphers
{
    /// <summary>Bytes of key that a suite takes; 0 for none.</summary>
    public static int KeyBytes(CipherSuite suite) => suite switch
    {
        CipherSuite.None => 0,
        CipherSuite.Aes256Gcm => 32,
        _ => 16,
    };

    /// <exception cref="ArgumentException">The key has not as many bytes as the suite takes.</exception>
    public static IPayloadCipher Of(CipherSuite suite, byte[] key)
    {
        if (key.Length != KeyBytes(suite))
            throw new ArgumentException($"{suite} takes a key of {KeyBytes(suite)} bytes, not of {key.Length}.", nameof(key));

        return suite switch
        {
            CipherSuite.None => new PlainPayload(),
            CipherSuite.Aes128Cbc => new CbcPayload(() => new AesEngine(), key),
            CipherSuite.Aes256Gcm => new GcmPayload(() => new AesEngine(), key),
            CipherSuite.Sm4Cbc => new CbcPayload(() => new SM4Engine(), key),
            CipherSuite.Sm4Gcm => new GcmPayload(() => new SM4Engine(), key),
            _ => throw new ArgumentOutOfRangeException(nameof(suite), suite, "is not a cipher suite."),
        };
    }

    /// <summary>Authentication code of some bytes; empty for none.</summary>
    public static byte[] Mac(MacSuite suite, byte[] key, ReadOnlySpan<byte> content)
    {
        switch (suite)
        {
            case MacSuite.None:
                return [];
            case MacSuite.HmacSha256:
                return HMACSHA256.HashData(key, content);
            case MacSuite.HmacSm3:
                var (mac, code) = (new HMac(new SM3Digest()), new byte[32]);
                mac.Init(new KeyParameter(key));
                mac.BlockUpdate(content);
                mac.DoFinal(code);
                return code;
            default:
                throw new ArgumentOutOfRangeException(nameof(suite), suite, "is not a suite of authentication codes.");
        }
    }

    /// <summary>Signature of some bytes by the suite of the key: for SM2 and ECDSA the two numbers in DER.</summary>
    public static byte[] Sign(SigningKey key, ReadOnlySpan<byte> content)
    {
        var signer = SignerUtilities.GetSigner(Suites.AlgorithmOf(key.Suite));
        signer.Init(true, key.Key);
        signer.BlockUpdate(content);
        return signer.GenerateSignature();
    }

    /// <summary>Whether a signature is that of the key's certificate.</summary>
    public static bool IsSigned(SigningKey key, ReadOnlySpan<byte> content, byte[] signature)
    {
        var verifier = SignerUtilities.GetSigner(Suites.AlgorithmOf(key.Suite));
        verifier.Init(false, key.Chain[0].GetPublicKey());
        verifier.BlockUpdate(content);
        return verifier.VerifySignature(signature);
    }

    /// <summary>SM3 (GB/T 32905) of a text's UTF-8, as small hexadecimal digits.</summary>
    public static string Sm3(string text)
    {
        var (digest, hash) = (new SM3Digest(), new byte[32]);
        digest.BlockUpdate(Encoding.UTF8.GetBytes(text));
        digest.DoFinal(hash);
        return Convert.ToHexStringLower(hash);
    }
}
