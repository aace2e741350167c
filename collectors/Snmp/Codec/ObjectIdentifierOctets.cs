using System.Globalization;
using System.Text;

namespace DcOps.Collectors.Snmp.Codec;

/// <summary>Content octets of object identifiers: base 128, high bit set on all octets of a part but its last (X.690 8.19).</summary>
static class ObjectIdentifierOctets
{
    /// <summary>RFC 2578 section 3.5.</summary>
    public const int MostSubidentifiers = 128;

    /// <summary>
    /// Order of the names. Octets compare like their parts, except that a part of more octets is the greater one,
    /// whatever its first octet: 81 80 00 (16,384) is above FF 7F (16,383).
    /// </summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
            return left.Length.CompareTo(right.Length);

        var leftEnd = same;
        while ((left[leftEnd] & 0x80) != 0)
            leftEnd++;
        var rightEnd = same;
        while ((right[rightEnd] & 0x80) != 0)
            rightEnd++;
        return leftEnd != rightEnd ? leftEnd.CompareTo(rightEnd) : left[same].CompareTo(right[same]);
    }

    public static int Hash(ReadOnlySpan<byte> encoded)
    {
        var hash = default(HashCode);
        hash.AddBytes(encoded);
        return hash.ToHashCode();
    }

    /// <param name="isShortest">False when a part begins with a superfluous 0x80, which X.690 forbids and some agents send.</param>
    public static bool IsWellFormed(ReadOnlySpan<byte> content, out bool isShortest)
    {
        isShortest = true;
        // Parts of one octet each, as in nearly every name: nothing can be wrong but their number.
        if (content.Length < MostSubidentifiers && !content.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            return true;

        var count = 1;
        for (var at = 0; at < content.Length; at++)
        {
            count++;
            if (content[at] < 0x80)
                continue;

            isShortest &= content[at] != 0x80;
            if (!TrySkipLong(content, ref at))
                return false;
        }

        return count <= MostSubidentifiers;
    }

    // A part of several octets; leaves `at` on its last one.
    static bool TrySkipLong(ReadOnlySpan<byte> content, ref int at)
    {
        ulong part = 0;
        for (; at < content.Length; at++)
        {
            part = (part << 7) | (content[at] & 0x7Fu);
            if (part > uint.MaxValue)
                return false;
            if (content[at] < 0x80)
                return true;
        }

        return false;
    }

    /// <summary>The same name without superfluous octets; <paramref name="content"/> is well formed.</summary>
    public static byte[] Shorten(ReadOnlySpan<byte> content)
    {
        var shortened = new List<byte>(content.Length);
        var begins = true;
        foreach (var octet in content)
        {
            if (begins && octet == 0x80)
                continue;

            shortened.Add(octet);
            begins = (octet & 0x80) == 0;
        }

        return [.. shortened];
    }

    /// <returns>Octets written.</returns>
    public static int Encode(ReadOnlySpan<uint> parts, Span<byte> destination)
    {
        var length = 0;
        foreach (var part in parts)
        {
            for (var shift = 28; shift > 0; shift -= 7)
            {
                if (part >> shift != 0)
                    destination[length++] = (byte)(0x80 | ((part >> shift) & 0x7F));
            }

            destination[length++] = (byte)(part & 0x7F);
        }

        return length;
    }

    public static ImmutableArray<uint> Decode(ReadOnlySpan<byte> encoded)
    {
        var parts = ImmutableArray.CreateBuilder<uint>(encoded.Length + 1);
        uint part = 0;
        foreach (var octet in encoded)
        {
            part = (part << 7) | (octet & 0x7Fu);
            if ((octet & 0x80) != 0)
                continue;

            if (parts.Count == 0)
            {
                var root = Math.Min(part / 40, 2);
                parts.Add(root);
                part -= root * 40;
            }

            parts.Add(part);
            part = 0;
        }

        return parts.ToImmutable();
    }

    public static string ToDotted(ReadOnlySpan<byte> encoded)
    {
        var text = new StringBuilder(encoded.Length * 3);
        foreach (var part in Decode(encoded))
            text.Append(text.Length == 0 ? "" : ".").Append(part);
        return text.ToString();
    }

    /// <returns>Number of parts; 0 when the text is no object identifier.</returns>
    public static int ParseDotted(ReadOnlySpan<char> text, Span<uint> parts)
    {
        if (text.StartsWith("."))
            text = text[1..];

        var count = 0;
        foreach (var range in text.Split('.'))
        {
            if (count == parts.Length
                || !uint.TryParse(text[range], NumberStyles.None, CultureInfo.InvariantCulture, out parts[count]))
                return 0;
            count++;
        }

        return count;
    }
}
