using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace DcOps.Signing.Payloads;

/// <summary>A block cipher in CBC with PKCS#7 padding; the random first block stands before the ciphertext. It does not tell a change.</summary>
sealed class CbcPayload(Func<IBlockCipher> engine, byte[] key) : IPayloadCipher
{
    const int BlockBytes = 16;

    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var first = RandomNumberGenerator.GetBytes(BlockBytes);
        return [.. first, .. Cipher(true, first).DoFinal(plain.ToArray())];
    }

    public byte[] Open(ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length < 2 * BlockBytes)
            throw new CryptographicException("The payload is shorter than two blocks.");

        try
        {
            return Cipher(false, ciphertext[..BlockBytes].ToArray()).DoFinal(ciphertext[BlockBytes..].ToArray());
        }
        catch (CryptoException fault)
        {
            throw new CryptographicException("The payload was not sealed with this key.", fault);
        }
    }

    PaddedBufferedBlockCipher Cipher(bool isSealing, byte[] first)
    {
        var cipher = new PaddedBufferedBlockCipher(new CbcBlockCipher(engine()), new Pkcs7Padding());
        cipher.Init(isSealing, new ParametersWithIV(new KeyParameter(key), first));
        return cipher;
    }
}
