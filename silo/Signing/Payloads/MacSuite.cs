namespace DcOps.Signing.Payloads;

/// <summary>How a payload is authenticated under a symmetric key.</summary>
public enum MacSuite : byte
{
    None = 0,

    /// <summary>RFC 2104 over SHA-256, 32 bytes.</summary>
    HmacSha256 = 1,

    /// <summary>RFC 2104 over SM3 (GB/T 32905), 32 bytes.</summary>
    HmacSm3 = 2,
}
