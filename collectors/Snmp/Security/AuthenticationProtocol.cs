namespace DcOps.Collectors.Snmp.Security;

/// <summary>How a v3 message proves who sent it.</summary>
public enum AuthenticationProtocol : byte
{
    None = 0,

    /// <summary>HMAC-MD5-96 (RFC 3414); broken, used only where a configuration allows it by name.</summary>
    Md5,

    /// <summary>HMAC-SHA-96 (RFC 3414); deprecated, used only where a configuration allows it by name.</summary>
    Sha1,

    /// <summary>usmHMAC128SHA224AuthProtocol (RFC 7860).</summary>
    Sha224,

    /// <summary>usmHMAC192SHA256AuthProtocol (RFC 7860).</summary>
    Sha256,

    /// <summary>usmHMAC256SHA384AuthProtocol (RFC 7860).</summary>
    Sha384,

    /// <summary>usmHMAC384SHA512AuthProtocol (RFC 7860).</summary>
    Sha512,
}
