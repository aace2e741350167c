using System.Numerics;

namespace DcOps.Collectors.Snmp.Codec;

/// <summary>Content octets of integers, as devices really send them.</summary>
static class BerInteger
{
    /// <summary>Two's complement of up to eight octets.</summary>
    public static bool TryParseSigned(ReadOnlySpan<byte> content, out long value)
    {
        value = 0;
        if (!IsSigned(content))
            return false;

        value = (sbyte)content[0];
        foreach (var octet in content[1..])
            value = (value << 8) | octet;
        return true;
    }

    /// <summary>
    /// A counter, gauge or time of <paramref name="width"/> octets. Agents that forget the leading zero octet
    /// send large values as negative ones, and some extend the sign: the lowest octets are the value either way.
    /// </summary>
    public static bool TryParseUnsigned(ReadOnlySpan<byte> content, int width, out ulong value)
    {
        value = 0;
        if (!IsUnsigned(content, width))
            return false;

        foreach (var octet in content[Math.Max(0, content.Length - width)..])
            value = (value << 8) | octet;
        return true;
    }

    public static bool IsSigned(ReadOnlySpan<byte> content) => content.Length is > 0 and <= 8;

    public static bool IsUnsigned(ReadOnlySpan<byte> content, int width) =>
        !content.IsEmpty && (content.Length <= width || (content.Length == width + 1 && content[0] is 0x00 or 0xFF));

    /// <summary>Octets of the shortest two's complement form.</summary>
    public static int Length(long value)
    {
        var magnitude = (ulong)(value < 0 ? ~value : value);
        return ((64 - BitOperations.LeadingZeroCount(magnitude)) / 8) + 1;
    }

    /// <summary>Octets of the shortest form with a clear sign bit: 1 to 9.</summary>
    public static int Length(ulong value) => ((64 - BitOperations.LeadingZeroCount(value)) / 8) + 1;
}
