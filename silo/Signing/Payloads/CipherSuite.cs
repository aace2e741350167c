namespace DcOps.Signing.Payloads;

/// <summary>How a payload is encrypted under a symmetric key.</summary>
public enum CipherSuite : byte
{
    None = 0,

    /// <summary>16 bytes of key; 16 random bytes before the ciphertext; PKCS#7 padding.</summary>
    Aes128Cbc = 1,

    /// <summary>32 bytes of key; 12 random bytes before the ciphertext, a tag of 16 after it.</summary>
    Aes256Gcm = 2,

    /// <summary>GB/T 32907, 16 bytes of key, else as AES in this mode.</summary>
    Sm4Cbc = 3,

    /// <summary>GB/T 32907, 16 bytes of key, else as AES in this mode.</summary>
    Sm4Gcm = 4,
}
