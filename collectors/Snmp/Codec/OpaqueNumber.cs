using System.Buffers.Binary;

namespace DcOps.Collectors.Snmp.Codec;

/// <summary>
/// Numbers inside Opaque: octet 0x9F, one octet of type, a length, the content
/// (draft-perkins-opaque-01, as net-snmp, Raritan and Janitza send them).
/// </summary>
static class OpaqueNumber
{
    const byte Extension = 0x9F;
    const int KindOffset = 0x100;

    /// <summary>Tells which number the content holds; <see cref="SyntaxKind.Opaque"/> and zero bits when it holds none.</summary>
    /// <param name="bits">The number's own bits: of the integer, or of the IEEE 754 double (a float is widened).</param>
    public static SyntaxKind Decode(ReadOnlySpan<byte> content, out ulong bits)
    {
        bits = 0;
        if (content.Length < 4 || content[0] != Extension || content[2] != content.Length - 3)
            return SyntaxKind.Opaque;

        var number = content[3..];
        var kind = (SyntaxKind)(KindOffset + content[1]);
        switch (kind)
        {
            case SyntaxKind.OpaqueFloat when number.Length == 4:
                bits = BitConverter.DoubleToUInt64Bits(BinaryPrimitives.ReadSingleBigEndian(number));
                return kind;
            case SyntaxKind.OpaqueDouble when number.Length == 8:
                bits = BinaryPrimitives.ReadUInt64BigEndian(number);
                return kind;
            case SyntaxKind.OpaqueInteger64 when BerInteger.TryParseSigned(number, out var signed):
                bits = (ulong)signed;
                return kind;
            case SyntaxKind.OpaqueCounter64 or SyntaxKind.OpaqueUnsigned64
                when BerInteger.TryParseUnsigned(number, 8, out bits):
                return kind;
            default:
                return SyntaxKind.Opaque;
        }
    }

    public static void Write(ref BerWriter writer, SyntaxKind kind, ulong bits)
    {
        var mark = writer.Mark;
        Span<byte> number = stackalloc byte[8];
        if (kind == SyntaxKind.OpaqueFloat)
        {
            BinaryPrimitives.WriteSingleBigEndian(number, (float)BitConverter.UInt64BitsToDouble(bits));
            number = number[..4];
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(number, bits);
        }

        if (kind is SyntaxKind.OpaqueFloat or SyntaxKind.OpaqueDouble)
            writer.WriteElement((byte)kind, number);
        else if (kind == SyntaxKind.OpaqueInteger64)
            writer.WriteInteger((byte)kind, (long)bits);
        else
            writer.WriteUnsigned((byte)kind, bits);
        writer.WriteOctets([Extension]);
        writer.Close((byte)SyntaxKind.Opaque, mark);
    }

    public static int Length(SyntaxKind kind, ulong bits) => 3 + kind switch
    {
        SyntaxKind.OpaqueFloat => 4,
        SyntaxKind.OpaqueDouble => 8,
        SyntaxKind.OpaqueInteger64 => BerInteger.Length((long)bits),
        _ => BerInteger.Length(bits),
    };
}
