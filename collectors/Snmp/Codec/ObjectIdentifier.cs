using System.Diagnostics.CodeAnalysis;

namespace DcOps.Collectors.Snmp.Codec;

/// <summary>
/// Name of an object, ordered as a MIB is. Held as its BER content octets: 10 to 20 of them, hashed and
/// compared as they arrive from the wire. The default is <c>0.0</c>.
/// </summary>
public readonly struct ObjectIdentifier : IEquatable<ObjectIdentifier>, IComparable<ObjectIdentifier>
{
    static readonly byte[] ZeroDotZero = [0];
    readonly byte[]? _encoded;

    ObjectIdentifier(byte[] encoded) => _encoded = encoded;

    /// <summary>Content octets, each sub-identifier in its shortest form.</summary>
    public ReadOnlySpan<byte> Encoded => _encoded ?? ZeroDotZero;

    public static bool operator ==(ObjectIdentifier left, ObjectIdentifier right) => left.Equals(right);

    public static bool operator !=(ObjectIdentifier left, ObjectIdentifier right) => !left.Equals(right);

    public static bool operator <(ObjectIdentifier left, ObjectIdentifier right) => left.CompareTo(right) < 0;

    public static bool operator <=(ObjectIdentifier left, ObjectIdentifier right) => left.CompareTo(right) <= 0;

    public static bool operator >(ObjectIdentifier left, ObjectIdentifier right) => left.CompareTo(right) > 0;

    public static bool operator >=(ObjectIdentifier left, ObjectIdentifier right) => left.CompareTo(right) >= 0;

    /// <summary>Reads the dotted form, with or without a leading dot.</summary>
    /// <exception cref="FormatException">The text is no object identifier; the message quotes it.</exception>
    public static ObjectIdentifier Parse(string text) => TryParse(text, out var identifier)
        ? identifier
        : throw new FormatException($"'{text}' is not an object identifier such as 1.3.6.1.2.1.1.3.0.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ObjectIdentifier identifier)
    {
        identifier = default;
        Span<uint> parts = stackalloc uint[ObjectIdentifierOctets.MostSubidentifiers];
        var count = ObjectIdentifierOctets.ParseDotted(text, parts);
        return count > 0 && TryOf(parts[..count], out identifier);
    }

    /// <exception cref="ArgumentException">Fewer than two or more than 128 parts, or a first pair that cannot be encoded.</exception>
    public static ObjectIdentifier Of(params ReadOnlySpan<uint> subidentifiers) => TryOf(subidentifiers, out var identifier)
        ? identifier
        : throw new ArgumentException("An object identifier has 2 to 128 parts and begins with 0, 1 or 2.", nameof(subidentifiers));

    /// <summary>Takes content octets from the wire; a sub-identifier with superfluous leading octets is shortened.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out ObjectIdentifier identifier)
    {
        identifier = default;
        if (!ObjectIdentifierOctets.IsWellFormed(content, out var isShortest))
            return false;
        // Agents send an empty value for zeroDotZero.
        if (!content.IsEmpty)
            identifier = new(isShortest ? content.ToArray() : ObjectIdentifierOctets.Shorten(content));
        return true;
    }

    /// <summary>This name with more parts behind it.</summary>
    public ObjectIdentifier Append(params ReadOnlySpan<uint> subidentifiers)
    {
        Span<byte> tail = stackalloc byte[subidentifiers.Length * 5];
        var length = ObjectIdentifierOctets.Encode(subidentifiers, tail);
        return new([.. Encoded, .. tail[..length]]);
    }

    /// <summary>Whether <paramref name="other"/> is this name or lies below it.</summary>
    public bool Contains(ObjectIdentifier other) => other.Encoded.StartsWith(Encoded);

    /// <summary>All parts, the first two taken apart.</summary>
    public ImmutableArray<uint> ToSubidentifiers() => ObjectIdentifierOctets.Decode(Encoded);

    public bool Equals(ObjectIdentifier other) => Encoded.SequenceEqual(other.Encoded);

    public override bool Equals(object? obj) => obj is ObjectIdentifier other && Equals(other);

    public override int GetHashCode() => ObjectIdentifierOctets.Hash(Encoded);

    public int CompareTo(ObjectIdentifier other) => ObjectIdentifierOctets.Compare(Encoded, other.Encoded);

    public override string ToString() => ObjectIdentifierOctets.ToDotted(Encoded);

    static bool TryOf(ReadOnlySpan<uint> parts, out ObjectIdentifier identifier)
    {
        identifier = default;
        if (parts.Length is < 2 or > ObjectIdentifierOctets.MostSubidentifiers
            || parts[0] > 2 || (parts[0] < 2 && parts[1] > 39) || parts[1] > uint.MaxValue - 80)
            return false;

        Span<byte> encoded = stackalloc byte[parts.Length * 5];
        var head = ObjectIdentifierOctets.Encode([(parts[0] * 40) + parts[1]], encoded);
        var length = head + ObjectIdentifierOctets.Encode(parts[2..], encoded[head..]);
        identifier = new(encoded[..length].ToArray());
        return true;
    }
}
