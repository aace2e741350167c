namespace DcOps.Collectors.Snmp.Codec;

/// <summary>Finds the number by which an answer belongs to its question, before anything else in it is looked at.</summary>
static class MessageId
{
    /// <summary>The request id of v1 and v2c, the message id of v3; false when the datagram is neither.</summary>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out int id)
    {
        id = 0;
        var outer = new BerReader(datagram);
        if (!outer.TryRead(BerTag.Sequence, out var content))
            return false;

        var reader = new BerReader(content);
        if (!reader.TryReadInteger(out var version) || !reader.TryReadElement(out var tag, out var second))
            return false;
        if (version == (int)SnmpVersion.V3)
            return tag == BerTag.Sequence && new BerReader(second).TryReadInteger(out id);
        return reader.TryReadElement(out var pduTag, out var pdu)
            && pduTag is (byte)PduKind.Response or (byte)PduKind.Report
            && new BerReader(pdu).TryReadInteger(out id);
    }
}
