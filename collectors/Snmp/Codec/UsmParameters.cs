namespace DcOps.Collectors.Snmp.Codec;

/// <summary>msgSecurityParameters of USM (RFC 3414 section 2.4) where they lie in their datagram.</summary>
public readonly ref struct UsmParameters
{
    UsmParameters(
        ReadOnlySpan<byte> engineId,
        int engineBoots,
        int engineTime,
        ReadOnlySpan<byte> userName,
        ReadOnlySpan<byte> authentication,
        ReadOnlySpan<byte> privacy)
    {
        EngineId = engineId;
        EngineBoots = engineBoots;
        EngineTime = engineTime;
        UserName = userName;
        Authentication = authentication;
        Privacy = privacy;
    }

    /// <summary>Of the authoritative engine; empty in a discovery.</summary>
    public ReadOnlySpan<byte> EngineId { get; }

    public int EngineBoots { get; }

    /// <summary>Seconds since the engine last booted.</summary>
    public int EngineTime { get; }

    public ReadOnlySpan<byte> UserName { get; }

    /// <summary>The leading part of the message's HMAC; empty when it is not authenticated.</summary>
    public ReadOnlySpan<byte> Authentication { get; }

    /// <summary>The salt; empty when the message is not encrypted.</summary>
    public ReadOnlySpan<byte> Privacy { get; }

    internal static DecodeOutcome Decode(ReadOnlySpan<byte> octets, out UsmParameters parameters)
    {
        parameters = default;
        var outer = new BerReader(octets);
        if (!outer.TryRead(BerTag.Sequence, out var content))
            return outer.Outcome;

        var reader = new BerReader(content);
        if (!reader.TryRead(BerTag.OctetString, out var engineId)
            || !reader.TryReadInteger(out var boots)
            || !reader.TryReadInteger(out var time)
            || !reader.TryRead(BerTag.OctetString, out var userName)
            || !reader.TryRead(BerTag.OctetString, out var authentication)
            || !reader.TryRead(BerTag.OctetString, out var privacy))
            return reader.Outcome;
        if (boots < 0 || time < 0)
            return DecodeOutcome.WrongInteger;

        parameters = new(engineId, boots, time, userName, authentication, privacy);
        return DecodeOutcome.Decoded;
    }
}
