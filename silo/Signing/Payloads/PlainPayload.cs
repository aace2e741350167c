namespace DcOps.Signing.Payloads;

/// <summary>No encryption: for a line that is encrypted as a whole.</summary>
sealed class PlainPayload : IPayloadCipher
{
    public byte[] Seal(ReadOnlySpan<byte> plain) => plain.ToArray();

    public byte[] Open(ReadOnlySpan<byte> ciphertext) => ciphertext.ToArray();
}
