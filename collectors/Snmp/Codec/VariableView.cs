namespace DcOps.Collectors.Snmp.Codec;

/// <summary>One variable binding where it lies in its datagram.</summary>
public readonly ref struct VariableView
{
    readonly byte _tag;
    readonly ulong _bits;

    internal VariableView(ReadOnlySpan<byte> name, byte tag, ReadOnlySpan<byte> content)
    {
        Name = name;
        _tag = tag;
        Content = content;
        SyntaxCodec.Inspect(tag, content, out var kind, out _bits);
        Kind = kind;
    }

    /// <summary>Content octets of the object identifier, in its shortest form.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Content octets of the value.</summary>
    public ReadOnlySpan<byte> Content { get; }

    public SyntaxKind Kind { get; }

    /// <summary>The value; only octets and object identifiers cost an allocation.</summary>
    public ObjectSyntax Value
    {
        get
        {
            SyntaxCodec.Decode(_tag, Content, out var value);
            return value;
        }
    }

    /// <returns>False when the value is no number.</returns>
    public bool TryGetNumber(out double number)
    {
        // Most numbers are one of these.
        switch (Kind)
        {
            case SyntaxKind.Integer32:
                number = (long)_bits;
                return true;
            case SyntaxKind.Gauge32 or SyntaxKind.Counter32 or SyntaxKind.TimeTicks or SyntaxKind.Counter64:
                number = _bits;
                return true;
            case SyntaxKind.OctetString:
                number = 0;
                return false;
        }

        var value = ObjectSyntax.OfNumber(Kind, _bits).ToDouble();
        number = value ?? 0;
        return value is not null;
    }

    public VariableBinding ToBinding()
    {
        ObjectIdentifier.TryDecode(Name, out var name);
        return new(name, Value);
    }
}
