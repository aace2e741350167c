using System.Buffers.Binary;
using System.Text;

namespace DcOps.Contracts.Wire;

/// <summary>
/// Reads what <see cref="WireWriter"/> wrote. The first fault sticks and every later read gives zeros,
/// so a decoder asks once, at its end.
/// </summary>
ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    ReadOnlySpan<byte> _rest = bytes;

    public WireFault Fault { get; private set; }

    public readonly bool AtEnd => _rest.IsEmpty;

    public readonly int Remaining => _rest.Length;

    public void Refuse(WireFault fault)
    {
        if (Fault == WireFault.None)
            Fault = fault;
        _rest = default;
    }

    public byte Byte()
    {
        var taken = Take(1);
        return taken.IsEmpty ? (byte)0 : taken[0];
    }

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Byte();
            if (Fault != WireFault.None)
                return 0;

            if (shift == 63 && part > 1)
                break;

            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        Refuse(WireFault.Malformed);
        return 0;
    }

    public long Signed()
    {
        var folded = Unsigned();
        return (long)(folded >> 1) ^ -(long)(folded & 1);
    }

    /// <summary>A count or an index; a larger one than <paramref name="limit"/> is a fault.</summary>
    public int Count(int limit)
    {
        var value = Unsigned();
        if (value <= (ulong)limit)
            return (int)value;

        Refuse(WireFault.Malformed);
        return 0;
    }

    /// <summary>Finite, or a fault.</summary>
    public double Double()
    {
        var taken = Take(sizeof(double));
        if (taken.IsEmpty)
            return 0;

        var value = BinaryPrimitives.ReadDoubleLittleEndian(taken);
        if (double.IsFinite(value))
            return value;

        Refuse(WireFault.Malformed);
        return 0;
    }

    public string Text()
    {
        var utf8 = Block();
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            Refuse(WireFault.Malformed);
            return "";
        }
    }

    /// <summary>Bytes with their length before them.</summary>
    public ReadOnlySpan<byte> Block()
    {
        var length = Unsigned();
        if (length <= (ulong)_rest.Length)
            return Take((int)length);

        Refuse(WireFault.Truncated);
        return default;
    }

    ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            Refuse(WireFault.Truncated);
            return default;
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
