namespace DcOps.Collectors.Snmp.Codec;

/// <summary>
/// Reads BER elements off a span, allocating nothing. After the first fault every read fails and
/// <see cref="Outcome"/> keeps saying why; nothing is thrown.
/// </summary>
public ref struct BerReader(ReadOnlySpan<byte> octets)
{
    ReadOnlySpan<byte> _rest = octets;

    /// <summary><see cref="DecodeOutcome.Decoded"/> until something does not fit.</summary>
    public DecodeOutcome Outcome { get; private set; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Octets not read yet.</summary>
    public readonly int Remaining => _rest.Length;

    public bool TryReadElement(out byte tag, out ReadOnlySpan<byte> content)
    {
        tag = 0;
        content = default;
        if (_rest.Length < 2)
            return Fail(DecodeOutcome.Truncated);

        tag = _rest[0];
        // High tag numbers exist in net-snmp's Opaque wrapping alone, which has its own reader.
        if ((tag & 0x1F) == 0x1F)
            return Fail(DecodeOutcome.UnexpectedTag);

        int length = _rest[1];
        var header = 2;
        if (length >= 0x80 && !TryReadLongLength(ref length, ref header))
            return false;
        if (length > _rest.Length - header)
            return Fail(DecodeOutcome.Truncated);

        content = _rest.Slice(header, length);
        _rest = _rest[(header + length)..];
        return true;
    }

    public bool TryRead(byte expectedTag, out ReadOnlySpan<byte> content) =>
        TryReadElement(out var tag, out content) && (tag == expectedTag || Fail(DecodeOutcome.UnexpectedTag));

    /// <summary>An INTEGER of 32 bits.</summary>
    public bool TryReadInteger(out int value)
    {
        value = 0;
        if (!TryRead(BerTag.Integer, out var content))
            return false;
        if (!BerInteger.TryParseSigned(content, out var wide) || wide != (int)wide)
            return Fail(DecodeOutcome.WrongInteger);

        value = (int)wide;
        return true;
    }

    /// <summary>
    /// A whole variable binding all of whose lengths take one octet, as nearly every one is: one look instead of three elements.
    /// </summary>
    /// <returns>False, and nothing read, when it is of another form.</returns>
    public bool TryReadShortBinding(out ReadOnlySpan<byte> name, out byte tag, out ReadOnlySpan<byte> value)
    {
        if (!ShortBinding.TryFind(_rest, out var binding))
        {
            name = default;
            value = default;
            tag = 0;
            return false;
        }

        name = binding.Name(_rest);
        tag = binding.Tag;
        value = binding.Value(_rest);
        _rest = _rest[binding.Length..];
        return true;
    }

    /// <summary>Records the first fault; always false.</summary>
    public bool Fail(DecodeOutcome outcome)
    {
        if (Outcome == DecodeOutcome.Decoded)
            Outcome = outcome;
        _rest = default;
        return false;
    }

    bool TryReadLongLength(ref int length, ref int header)
    {
        var count = length & 0x7F;
        if (count is 0 or > 4)
            return Fail(DecodeOutcome.WrongLength);
        if (_rest.Length < 2 + count)
            return Fail(DecodeOutcome.Truncated);

        long wide = 0;
        foreach (var octet in _rest.Slice(2, count))
            wide = (wide << 8) | octet;
        header += count;
        length = (int)Math.Min(wide, int.MaxValue);
        return true;
    }
}
