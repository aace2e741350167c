namespace DcOps.Collectors.Snmp.Codec;

/// <summary>The variable bindings of a decoded PDU where they lie in their datagram; checked before, so that walking them cannot fail.</summary>
public readonly ref struct VariableSequence
{
    readonly ReadOnlySpan<byte> _content;
    readonly bool _areShortest;

    VariableSequence(ReadOnlySpan<byte> content, int count, bool areShortest, bool areShort)
    {
        _content = content;
        Count = count;
        _areShortest = areShortest;
        ShortBindings = areShort && areShortest ? content : [];
    }

    /// <summary>All of them one after the other, where every one is a <see cref="ShortBinding"/> with a name in its shortest form; else empty.</summary>
    internal ReadOnlySpan<byte> ShortBindings { get; }

    public int Count { get; }

    public Enumerator GetEnumerator() => new(_content, _areShortest);

    /// <summary>Checks every binding; the outcome is the first fault.</summary>
    internal static DecodeOutcome Decode(ReadOnlySpan<byte> content, out VariableSequence variables)
    {
        variables = default;
        var count = 0;
        var areShortest = true;
        var rest = content;
        while (ShortBinding.TryFind(rest, out var binding))
        {
            if (!ObjectIdentifierOctets.IsWellFormed(binding.Name(rest), out var isShortest))
                return DecodeOutcome.WrongObjectIdentifier;
            if (SyntaxCodec.Check(binding.Tag, binding.Value(rest)) is var outcome && outcome != DecodeOutcome.Decoded)
                return outcome;
            areShortest &= isShortest;
            rest = rest[binding.Length..];
            count++;
        }

        var areShort = rest.IsEmpty;
        var ending = areShort ? DecodeOutcome.Decoded : DecodeRest(rest, ref count, ref areShortest);
        variables = new(content, count, areShortest, areShort);
        return ending;
    }

    // From the first binding of another form on.
    static DecodeOutcome DecodeRest(ReadOnlySpan<byte> rest, ref int count, ref bool areShortest)
    {
        var reader = new BerReader(rest);
        while (!reader.IsAtEnd)
        {
            if (!TryReadBinding(ref reader, out var name, out var tag, out var value))
                return reader.Outcome;
            if (!ObjectIdentifierOctets.IsWellFormed(name, out var isShortest))
                return DecodeOutcome.WrongObjectIdentifier;
            if (SyntaxCodec.Check(tag, value) is var outcome && outcome != DecodeOutcome.Decoded)
                return outcome;
            areShortest &= isShortest;
            count++;
        }

        return reader.Outcome;
    }

    static bool TryReadBinding(
        scoped ref BerReader reader, out ReadOnlySpan<byte> name, out byte tag, out ReadOnlySpan<byte> value)
    {
        if (reader.TryReadShortBinding(out name, out tag, out value))
            return true;
        if (!reader.TryRead(BerTag.Sequence, out var content))
            return false;

        var inner = new BerReader(content);
        if (!inner.TryRead(BerTag.ObjectIdentifier, out name) || !inner.TryReadElement(out tag, out value))
            return reader.Fail(inner.Outcome);
        return inner.IsAtEnd || reader.Fail(DecodeOutcome.TrailingOctets);
    }

    /// <summary>Walks the bindings in their order.</summary>
    public ref struct Enumerator
    {
        readonly bool _areShortest;
        BerReader _reader;

        internal Enumerator(ReadOnlySpan<byte> content, bool areShortest)
        {
            _reader = new(content);
            _areShortest = areShortest;
        }

        public VariableView Current { get; private set; }

        public bool MoveNext()
        {
            if (_reader.IsAtEnd || !TryReadBinding(ref _reader, out var name, out var tag, out var value))
                return false;

            if (!_areShortest)
                name = ObjectIdentifierOctets.Shorten(name);
            Current = new(name.IsEmpty ? default(ObjectIdentifier).Encoded : name, tag, value);
            return true;
        }
    }
}
