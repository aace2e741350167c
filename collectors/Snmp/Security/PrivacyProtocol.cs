namespace DcOps.Collectors.Snmp.Security;

/// <summary>How a v3 message is kept from being read on its way.</summary>
public enum PrivacyProtocol : byte
{
    None = 0,

    /// <summary>CFB128-AES-128 (RFC 3826).</summary>
    Aes128,

    /// <summary>draft-blumenthal-aes-usm-04; a short digest is lengthened by hashing.</summary>
    Aes192,

    /// <summary>draft-blumenthal-aes-usm-04; a short digest is lengthened by hashing.</summary>
    Aes256,

    /// <summary>As <see cref="Aes192"/>, a short digest lengthened by localising it again (draft-reeder-snmpv3-usm-3desede).</summary>
    Aes192Reeder,

    /// <summary>As <see cref="Aes256"/>, a short digest lengthened by localising it again (draft-reeder-snmpv3-usm-3desede).</summary>
    Aes256Reeder,
}
