namespace DcOps.Collectors.Snmp.Codec;

/// <summary>A variable binding all of whose lengths take one octet: SEQUENCE, length, OBJECT IDENTIFIER, length, name, tag, length, value.</summary>
/// <param name="Length">Of the whole, header included.</param>
readonly record struct ShortBinding(int NameLength, byte Tag, int ValueLength, int Length)
{
    const int NameAt = 4;

    /// <returns>False when what the octets begin with is of another form.</returns>
    public static bool TryFind(ReadOnlySpan<byte> octets, out ShortBinding binding)
    {
        binding = default;
        if (octets.Length < 6 || octets[0] != BerTag.Sequence || octets[2] != BerTag.ObjectIdentifier)
            return false;

        int whole = octets[1], nameLength = octets[3];
        var valueAt = nameLength + NameAt;
        if ((whole | nameLength) >= 0x80 || whole > octets.Length - 2 || valueAt > whole)
            return false;

        var tag = octets[valueAt];
        int valueLength = octets[valueAt + 1];
        if ((tag & 0x1F) == 0x1F || valueAt + valueLength != whole)
            return false;

        binding = new(nameLength, tag, valueLength, whole + 2);
        return true;
    }

    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> octets) => octets.Slice(NameAt, NameLength);

    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> octets) => octets.Slice(NameAt + NameLength + 2, ValueLength);
}
