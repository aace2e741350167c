using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace DcOps.Contracts.Wire;

/// <summary>Little-endian doubles, variable-length integers, text and blocks with their length before them.</summary>
readonly ref struct WireWriter(IBufferWriter<byte> output)
{
    const int LongestInteger = 10;

    public void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    public void Unsigned(ulong value)
    {
        var span = output.GetSpan(LongestInteger);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        output.Advance(length);
    }

    /// <summary>Small numbers of either sign are short.</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(sizeof(double)), value);
        output.Advance(sizeof(double));
    }

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Unsigned((ulong)length);
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(length)));
    }

    public void Block(ReadOnlySpan<byte> bytes)
    {
        Unsigned((ulong)bytes.Length);
        output.Write(bytes);
    }
}
