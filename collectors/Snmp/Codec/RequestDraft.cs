namespace DcOps.Collectors.Snmp.Codec;

/// <summary>A request about to be written: names without values.</summary>
readonly ref struct RequestDraft(PduKind kind, ReadOnlySpan<ObjectIdentifier> names, int nonRepeaters = 0, int maxRepetitions = 0)
{
    public PduKind Kind { get; } = kind;

    public ReadOnlySpan<ObjectIdentifier> Names { get; } = names;

    /// <summary>0 unless this is a GetBulkRequest.</summary>
    public int NonRepeaters { get; } = nonRepeaters;

    /// <summary>0 unless this is a GetBulkRequest.</summary>
    public int MaxRepetitions { get; } = maxRepetitions;

    /// <summary>The names with their sequence as they go on the wire; empty when they are yet to be written.</summary>
    public ReadOnlySpan<byte> Written { get; init; }

    public void WriteTo(ref BerWriter writer, int requestId)
    {
        var mark = writer.Mark;
        if (Written.IsEmpty)
            WriteNames(ref writer, Names);
        else
            writer.WriteOctets(Written);
        writer.WriteInteger(BerTag.Integer, MaxRepetitions);
        writer.WriteInteger(BerTag.Integer, NonRepeaters);
        writer.WriteInteger(BerTag.Integer, requestId);
        writer.Close((byte)Kind, mark);
    }

    public static void WriteNames(ref BerWriter writer, scoped ReadOnlySpan<ObjectIdentifier> names)
    {
        var mark = writer.Mark;
        for (var index = names.Length - 1; index >= 0; index--)
        {
            var variable = writer.Mark;
            writer.WriteElement(BerTag.Null, []);
            writer.WriteElement(BerTag.ObjectIdentifier, names[index].Encoded);
            writer.Close(BerTag.Sequence, variable);
        }

        writer.Close(BerTag.Sequence, mark);
    }
}
