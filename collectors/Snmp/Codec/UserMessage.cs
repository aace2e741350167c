namespace DcOps.Collectors.Snmp.Codec;

/// <summary>
/// An SNMPv3 message of the user-based security model where it lies in its datagram (RFC 3412, RFC 3414).
/// Nothing in it is to be believed before its HMAC has been checked.
/// </summary>
public readonly ref struct UserMessage
{
    const int UserBasedSecurityModel = 3;

    UserMessage(
        int length, int messageId, MessageFlags flags, UsmParameters security, byte tag, ReadOnlySpan<byte> body)
    {
        Length = length;
        MessageId = messageId;
        Flags = flags;
        Security = security;
        IsEncrypted = tag == BerTag.OctetString;
        Body = body;
    }

    /// <summary>Octets of the message; the datagram may be longer.</summary>
    public int Length { get; }

    public int MessageId { get; }

    public MessageFlags Flags { get; }

    public UsmParameters Security { get; }

    /// <summary>Whether <see cref="Body"/> has to be decrypted.</summary>
    public bool IsEncrypted { get; }

    /// <summary>Content of the scoped PDU, or the whole of it encrypted.</summary>
    public ReadOnlySpan<byte> Body { get; }

    public static DecodeOutcome Decode(ReadOnlySpan<byte> datagram, out UserMessage message)
    {
        message = default;
        var outer = new BerReader(datagram);
        if (!outer.TryRead(BerTag.Sequence, out var content))
            return outer.Outcome;

        var reader = new BerReader(content);
        if (!reader.TryReadInteger(out var version))
            return reader.Outcome;
        if (version != (int)SnmpVersion.V3)
            return DecodeOutcome.UnknownVersion;
        if (!reader.TryRead(BerTag.Sequence, out var header))
            return reader.Outcome;

        var outcome = DecodeHeader(header, out var messageId, out var flags);
        if (outcome != DecodeOutcome.Decoded)
            return outcome;
        if (!reader.TryRead(BerTag.OctetString, out var parameters) || !reader.TryReadElement(out var tag, out var body))
            return reader.Outcome;
        if (tag is not (BerTag.Sequence or BerTag.OctetString))
            return DecodeOutcome.UnexpectedTag;

        outcome = UsmParameters.Decode(parameters, out var security);
        if (outcome == DecodeOutcome.Decoded)
            message = new(datagram.Length - outer.Remaining, messageId, flags, security, tag, body);
        return outcome;
    }

    /// <summary>Reads a scoped PDU's content.</summary>
    public static DecodeOutcome DecodeScopedPdu(ReadOnlySpan<byte> content, out PduView pdu)
    {
        pdu = default;
        var reader = new BerReader(content);
        return reader.TryRead(BerTag.OctetString, out _) && reader.TryRead(BerTag.OctetString, out _)
            ? PduView.Decode(ref reader, out pdu)
            : reader.Outcome;
    }

    /// <summary>Of which engine and context a scoped PDU is; an answer says the same. Both empty when the text is no scoped PDU.</summary>
    /// <param name="text">The body of a message, decrypted where it was encrypted.</param>
    public static void DecodeContext(ReadOnlySpan<byte> text, bool hasHeader, out ReadOnlySpan<byte> engineId, out ReadOnlySpan<byte> name)
    {
        engineId = default;
        name = default;
        var reader = new BerReader(text);
        if (hasHeader && reader.TryRead(BerTag.Sequence, out var content))
            reader = new(content);
        if (reader.TryRead(BerTag.OctetString, out engineId))
            reader.TryRead(BerTag.OctetString, out name);
    }

    /// <summary>Reads a scoped PDU with its header, as decryption yields it; octets behind it are padding.</summary>
    public static DecodeOutcome DecodeDecrypted(ReadOnlySpan<byte> text, out PduView pdu)
    {
        pdu = default;
        var reader = new BerReader(text);
        return reader.TryRead(BerTag.Sequence, out var content) ? DecodeScopedPdu(content, out pdu) : reader.Outcome;
    }

    static DecodeOutcome DecodeHeader(ReadOnlySpan<byte> header, out int messageId, out MessageFlags flags)
    {
        flags = MessageFlags.None;
        var reader = new BerReader(header);
        if (!reader.TryReadInteger(out messageId)
            || !reader.TryReadInteger(out _)
            || !reader.TryRead(BerTag.OctetString, out var flagOctets)
            || !reader.TryReadInteger(out var model))
            return reader.Outcome;
        if (flagOctets.Length != 1)
            return DecodeOutcome.WrongValue;
        if (model != UserBasedSecurityModel)
            return DecodeOutcome.UnknownSecurityModel;

        flags = (MessageFlags)flagOctets[0];
        return DecodeOutcome.Decoded;
    }
}
