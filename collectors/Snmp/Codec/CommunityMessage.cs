namespace DcOps.Collectors.Snmp.Codec;

/// <summary>An SNMPv1 or v2c message where it lies in its datagram (RFC 1157, RFC 1901).</summary>
public readonly ref struct CommunityMessage
{
    CommunityMessage(SnmpVersion version, ReadOnlySpan<byte> community, PduView pdu)
    {
        Version = version;
        Community = community;
        Pdu = pdu;
    }

    public SnmpVersion Version { get; }

    public ReadOnlySpan<byte> Community { get; }

    public PduView Pdu { get; }

    /// <summary>Reads a whole datagram; octets behind the message are ignored, as some agents pad.</summary>
    public static DecodeOutcome Decode(ReadOnlySpan<byte> datagram, out CommunityMessage message)
    {
        message = default;
        var outer = new BerReader(datagram);
        if (!outer.TryRead(BerTag.Sequence, out var content))
            return outer.Outcome;

        var reader = new BerReader(content);
        if (!reader.TryReadInteger(out var version))
            return reader.Outcome;
        if (version is not ((int)SnmpVersion.V1 or (int)SnmpVersion.V2c))
            return DecodeOutcome.UnknownVersion;
        if (!reader.TryRead(BerTag.OctetString, out var community))
            return reader.Outcome;

        var outcome = PduView.Decode(ref reader, out var pdu);
        if (outcome != DecodeOutcome.Decoded)
            return outcome;
        if (!reader.IsAtEnd)
            return DecodeOutcome.TrailingOctets;

        message = new((SnmpVersion)version, community, pdu);
        return DecodeOutcome.Decoded;
    }

    public static void Write(ref BerWriter writer, SnmpVersion version, scoped ReadOnlySpan<byte> community, Pdu pdu)
    {
        var mark = writer.Mark;
        pdu.WriteTo(ref writer);
        WriteHead(ref writer, version, community, mark);
    }

    /// <summary>Puts version and community before the PDU that was written since <paramref name="mark"/>.</summary>
    public static void WriteHead(ref BerWriter writer, SnmpVersion version, scoped ReadOnlySpan<byte> community, int mark)
    {
        writer.WriteElement(BerTag.OctetString, community);
        writer.WriteInteger(BerTag.Integer, (int)version);
        writer.Close(BerTag.Sequence, mark);
    }
}
