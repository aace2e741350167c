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
            || !TryReadClock(ref reader, out var boots)
            || !TryReadClock(ref reader, out var time)
            || !reader.TryRead(BerTag.OctetString, out var userName)
            || !reader.TryRead(BerTag.OctetString, out var authentication)
            || !reader.TryRead(BerTag.OctetString, out var privacy))
            return reader.Outcome;

        parameters = new(engineId, boots, time, userName, authentication, privacy);
        return DecodeOutcome.Decoded;
    }

    // INTEGER (0..2147483647); agents that forget the sign octet exist here too.
    static bool TryReadClock(scoped ref BerReader reader, out int value)
    {
        value = 0;
        if (!reader.TryRead(BerTag.Integer, out var content))
            return false;
        if (!BerInteger.TryParseUnsigned(content, 4, out var wide) || wide > int.MaxValue)
            return reader.Fail(DecodeOutcome.WrongInteger);

        value = (int)wide;
        return true;
    }
}
