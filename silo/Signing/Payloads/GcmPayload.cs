using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace DcOps.Signing.Payloads;

/// <summary>A block cipher in GCM (NIST SP 800-38D): random nonce, ciphertext, tag. A change is told.</summary>
sealed class GcmPayload(Func<IBlockCipher> engine, byte[] key) : IPayloadCipher
{
    const int NonceBytes = 12;
    const int TagBits = 128;

    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        return [.. nonce, .. Run(true, nonce, plain)];
    }

    public byte[] Open(ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length < NonceBytes + (TagBits / 8))
            throw new CryptographicException("The payload is shorter than a nonce and a tag.");

        try
        {
            return Run(false, ciphertext[..NonceBytes].ToArray(), ciphertext[NonceBytes..]);
        }
        catch (CryptoException fault)
        {
            throw new CryptographicException("The payload was changed, or not sealed with this key.", fault);
        }
    }

    byte[] Run(bool isSealing, byte[] nonce, ReadOnlySpan<byte> content)
    {
        var cipher = new GcmBlockCipher(engine());
        cipher.Init(isSealing, new AeadParameters(new KeyParameter(key), TagBits, nonce));
        var output = new byte[cipher.GetOutputSize(content.Length)];
        var written = cipher.ProcessBytes(content.ToArray(), 0, content.Length, output, 0);
        written += cipher.DoFinal(output, written);
        return output[..written];
    }
}
