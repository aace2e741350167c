namespace DcOps.Collectors.Snmp.Codec;

/// <summary>A name and its value (RFC 3416 VarBind).</summary>
public readonly record struct VariableBinding(ObjectIdentifier Name, ObjectSyntax Value)
{
    /// <summary>Octets on the wire, header included.</summary>
    public int EncodedLength
    {
        get
        {
            var name = Name.Encoded.Length;
            var content = BerWriter.HeaderLength(name) + name + SyntaxCodec.Length(Value);
            return BerWriter.HeaderLength(content) + content;
        }
    }

    public void WriteTo(ref BerWriter writer)
    {
        var mark = writer.Mark;
        SyntaxCodec.Write(ref writer, Value);
        writer.WriteElement(BerTag.ObjectIdentifier, Name.Encoded);
        writer.Close(BerTag.Sequence, mark);
    }
}
