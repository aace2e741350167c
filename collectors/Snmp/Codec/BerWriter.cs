namespace DcOps.Collectors.Snmp.Codec;

/// <summary>
/// Writes BER from the end of a buffer to its front, so that every length is known when its header is written.
/// What is to stand last is written first. A buffer too small sets <see cref="HasOverflowed"/>; nothing is thrown.
/// </summary>
public ref struct BerWriter(Span<byte> buffer)
{
    readonly Span<byte> _buffer = buffer;
    int _start = buffer.Length;

    public bool HasOverflowed { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _buffer[_start..];

    /// <summary>Octets written so far; pass it to <see cref="Close"/> to wrap what follows it.</summary>
    public readonly int Mark => _buffer.Length - _start;

    /// <summary>Index in the buffer at which the written octets begin.</summary>
    public readonly int Start => _start;

    public static int HeaderLength(int contentLength) => contentLength switch
    {
        < 0x80 => 2,
        <= 0xFF => 3,
        <= 0xFFFF => 4,
        <= 0xFFFFFF => 5,
        _ => 6,
    };

    public void WriteOctets(scoped ReadOnlySpan<byte> octets)
    {
        if (octets.Length > _start)
        {
            HasOverflowed = true;
            return;
        }

        _start -= octets.Length;
        octets.CopyTo(_buffer[_start..]);
    }

    public void WriteElement(byte tag, scoped ReadOnlySpan<byte> content)
    {
        WriteOctets(content);
        WriteElementHeader(tag, content.Length);
    }

    /// <summary>Puts everything written since <paramref name="mark"/> into one element.</summary>
    public void Close(byte tag, int mark) => WriteElementHeader(tag, Mark - mark);

    public void WriteInteger(byte tag, long value)
    {
        var length = BerInteger.Length(value);
        for (var index = 0; index < length; index++)
            WriteOctet((byte)(value >> (8 * index)));
        WriteElementHeader(tag, length);
    }

    public void WriteUnsigned(byte tag, ulong value)
    {
        var length = BerInteger.Length(value);
        for (var index = 0; index < length; index++)
            WriteOctet(index == 8 ? (byte)0 : (byte)(value >> (8 * index)));
        WriteElementHeader(tag, length);
    }

    /// <summary>The header alone of an element whose content has just been written.</summary>
    public void WriteElementHeader(byte tag, int length)
    {
        if (length < 0x80)
        {
            WriteOctet((byte)length);
        }
        else
        {
            var count = HeaderLength(length) - 2;
            for (var index = 0; index < count; index++)
                WriteOctet((byte)(length >> (8 * index)));
            WriteOctet((byte)(0x80 | count));
        }

        WriteOctet(tag);
    }

    void WriteOctet(byte octet)
    {
        if (_start == 0)
        {
            HasOverflowed = true;
            return;
        }

        _buffer[--_start] = octet;
    }
}
