namespace DcOps.Collectors.Snmp.Codec;

/// <summary>The variable bindings of a decoded PDU where they lie in their datagram; checked before, so that walking them cannot fail.</summary>
public readonly ref struct VariableSequence
{
    readonly ReadOnlySpan<byte> _content;
    readonly bool _areShortest;

    VariableSequence(ReadOnlySpan<byte> content, int count, bool areShortest)
    {
        _content = content;
        Count = count;
        _areShortest = areShortest;
    }

    public int Count { get; }

    public Enumerator GetEnumerator() => new(_content, _areShortest);

    /// <summary>Checks every binding; the outcome is the first fault.</summary>
    internal static DecodeOutcome Decode(ReadOnlySpan<byte> content, out VariableSequence variables)
    {
        variables = default;
        var reader = new BerReader(content);
        var count = 0;
        var areShortest = true;
        while (!reader.IsAtEnd)
        {
            if (!TryReadBinding(ref reader, out var name, out var tag, out var value))
                return reader.Outcome;
            if (!ObjectIdentifierOctets.IsWellFormed(name, out var isShortest))
                return DecodeOutcome.WrongObjectIdentifier;
            if (SyntaxCodec.Inspect(tag, value, out _, out _) is var outcome && outcome != DecodeOutcome.Decoded)
                return outcome;
            areShortest &= isShortest;
            count++;
        }

        variables = new(content, count, areShortest);
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
