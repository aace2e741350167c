namespace DcOps.Collectors.Snmp.Codec;

/// <summary>One variable binding where it lies in its datagram.</summary>
public readonly ref struct VariableView
{
    readonly byte _tag;

    internal VariableView(ReadOnlySpan<byte> name, byte tag, ReadOnlySpan<byte> content)
    {
        Name = name;
        _tag = tag;
        Content = content;
    }

    /// <summary>Content octets of the object identifier, in its shortest form.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Content octets of the value.</summary>
    public ReadOnlySpan<byte> Content { get; }

    /// <summary>The value; only octets and object identifiers cost an allocation.</summary>
    public ObjectSyntax Value
    {
        get
        {
            SyntaxCodec.Decode(_tag, Content, out var value);
            return value;
        }
    }

    public VariableBinding ToBinding()
    {
        ObjectIdentifier.TryDecode(Name, out var name);
        return new(name, Value);
    }
}
