using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>AES in CFB128 mode over a message's scoped PDU (RFC 3826 section 3.1).</summary>
static class AesCipher
{
    /// <summary>Octets of msgPrivacyParameters.</summary>
    public const int SaltLength = 8;
    const int BlockLength = 16;
    const int BlockBits = 128;

    /// <summary>Encrypts in place.</summary>
    public static void Encrypt(ReadOnlySpan<byte> key, int boots, int time, ReadOnlySpan<byte> salt, Span<byte> text) =>
        Transform(key, boots, time, salt, text, isEncryption: true);

    /// <summary>Decrypts in place. A wrong key gives noise, not a failure.</summary>
    public static void Decrypt(ReadOnlySpan<byte> key, int boots, int time, ReadOnlySpan<byte> salt, Span<byte> text) =>
        Transform(key, boots, time, salt, text, isEncryption: false);

    static void Transform(
        ReadOnlySpan<byte> key, int boots, int time, ReadOnlySpan<byte> salt, Span<byte> text, bool isEncryption)
    {
        Span<byte> vector = stackalloc byte[BlockLength];
        BinaryPrimitives.WriteInt32BigEndian(vector, boots);
        BinaryPrimitives.WriteInt32BigEndian(vector[4..], time);
        salt.CopyTo(vector[8..]);

        // CFB needs no padding, but the framework takes whole blocks; what the last one lacks does not change what is there.
        var length = (text.Length + BlockLength - 1) / BlockLength * BlockLength;
        var padded = ArrayPool<byte>.Shared.Rent(length * 2);
        var source = padded.AsSpan(0, length);
        var result = padded.AsSpan(length, length);
        text.CopyTo(source);
        source[text.Length..].Clear();
        using var aes = Aes.Create();
        aes.SetKey(key);
        if (isEncryption)
            aes.EncryptCfb(source, vector, result, PaddingMode.None, BlockBits);
        else
            aes.DecryptCfb(source, vector, result, PaddingMode.None, BlockBits);
        result[..text.Length].CopyTo(text);
        ArrayPool<byte>.Shared.Return(padded);
    }
}
