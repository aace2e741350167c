namespace DcOps.Signing.Payloads;

/// <summary>Encrypts a payload so that only who has the key can read it.</summary>
public interface IPayloadCipher
{
    /// <summary>Ciphertext with everything but the key that <see cref="Open"/> needs; another one each time.</summary>
    byte[] Seal(ReadOnlySpan<byte> plain);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were not sealed with this key, or were changed where the suite can tell.</exception>
    byte[] Open(ReadOnlySpan<byte> ciphertext);
}
