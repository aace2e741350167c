using System.Buffers.Binary;
using System.Text;

namespace DcOps.Contracts.Wire;

/// <summary>Little-endian doubles, variable-length integers, text and blocks with their length before them, in a buffer that grows.</summary>
sealed class WireWriter(int octets)
{
    /// <summary>Octets of the longest integer.</summary>
    public const int LongestInteger = 10;

    byte[] _octets = new byte[octets];

    public ReadOnlySpan<byte> Written => _octets.AsSpan(0, Count);

    /// <summary>How many octets have been written.</summary>
    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>Room for what is written next; <see cref="Advance"/> says how much of it was taken.</summary>
    public Span<byte> Room(int most)
    {
        if (_octets.Length - Count < most)
            Array.Resize(ref _octets, Math.Max(Count + most, 2 * _octets.Length));
        return _octets.AsSpan(Count);
    }

    public void Advance(int octets) => Count += octets;

    public void Byte(byte value)
    {
        Room(1)[0] = value;
        Count++;
    }

    public void Unsigned(ulong value) => Count += Write(Room(LongestInteger), value);

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);
        Count += sizeof(double);
    }

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Unsigned((ulong)length);
        Count += Encoding.UTF8.GetBytes(text, Room(length));
    }

    public void Block(ReadOnlySpan<byte> bytes)
    {
        Unsigned((ulong)bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
        Count += bytes.Length;
    }

    /// <returns>Octets written.</returns>
    public static int Write(Span<byte> room, ulong value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            room[length++] = (byte)(value | 0x80);
        room[length++] = (byte)value;
        return length;
    }

    /// <summary>Small numbers of either sign are short.</summary>
    /// <returns>Octets written.</returns>
    public static int WriteSigned(Span<byte> room, long value) => Write(room, (ulong)((value << 1) ^ (value >> 63)));
}
