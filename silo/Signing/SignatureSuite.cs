namespace DcOps.Signing;

/// <summary>A signature algorithm with its hash; the key decides which one it is.</summary>
public enum SignatureSuite : byte
{
    /// <summary>ECDSA on P-256 with SHA-256: the default of a key that the product makes itself.</summary>
    EcdsaSha256 = 0,

    /// <summary>RSA (PKCS#1 v1.5) of at least 2048 bits with SHA-256.</summary>
    RsaSha256 = 1,

    /// <summary>SM2 with SM3 (GB/T 32918, GB/T 32905), for systems under GB/T 39786.</summary>
    Sm2Sm3 = 2,
}
