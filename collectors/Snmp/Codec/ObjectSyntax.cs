using System.Globalization;
using System.Text;
using OctetArray = byte[];

namespace DcOps.Collectors.Snmp.Codec;

/// <summary>A value as SNMP carries it (RFC 2578 ObjectSyntax), or one of RFC 3416's three ways of saying that there is none.</summary>
public readonly struct ObjectSyntax : IEquatable<ObjectSyntax>
{
    readonly ulong _bits;
    readonly OctetArray? _octets;

    ObjectSyntax(SyntaxKind kind, ulong bits, OctetArray? octets = null)
    {
        Kind = kind;
        _bits = bits;
        _octets = octets;
    }

    public static ObjectSyntax Null { get; } = new(SyntaxKind.Null, 0);

    public static ObjectSyntax NoSuchObject { get; } = new(SyntaxKind.NoSuchObject, 0);

    public static ObjectSyntax NoSuchInstance { get; } = new(SyntaxKind.NoSuchInstance, 0);

    public static ObjectSyntax EndOfMibView { get; } = new(SyntaxKind.EndOfMibView, 0);

    public SyntaxKind Kind { get; }

    /// <summary>Whether this says that the object, the instance or the rest of the MIB does not exist.</summary>
    public bool IsException => Kind is SyntaxKind.NoSuchObject or SyntaxKind.NoSuchInstance or SyntaxKind.EndOfMibView;

    public bool IsReal => Kind is SyntaxKind.OpaqueFloat or SyntaxKind.OpaqueDouble;

    public bool IsInteger => IsSigned || IsUnsigned;

    public bool HasOctets => Kind is SyntaxKind.OctetString or SyntaxKind.IpAddress or SyntaxKind.Opaque
        or SyntaxKind.NsapAddress;

    /// <summary>The integer; 0 when the value is none. Counter64 above 2^63-1 needs <see cref="ToUInt64"/>.</summary>
    public long ToInt64() => IsInteger ? (long)_bits : 0;

    /// <summary>The unsigned integer; 0 when the value is none.</summary>
    public ulong ToUInt64() => IsInteger ? _bits : 0;

    /// <summary>The number; null when the value is none. May be NaN or infinite when the agent said so.</summary>
    public double? ToDouble() => IsReal ? BitConverter.UInt64BitsToDouble(_bits)
        : IsSigned ? (long)_bits
        : IsUnsigned ? _bits
        : null;

    /// <summary>Content of a string, address or opaque value; empty for any other.</summary>
    public ReadOnlySpan<byte> Octets => HasOctets ? _octets : default(ReadOnlySpan<byte>);

    /// <summary>The object identifier; <c>0.0</c> when the value is none.</summary>
    public ObjectIdentifier ToObjectIdentifier() =>
        Kind == SyntaxKind.ObjectIdentifier && ObjectIdentifier.TryDecode(_octets, out var identifier) ? identifier : default;

    bool IsSigned => Kind is SyntaxKind.Integer32 or SyntaxKind.OpaqueInteger64;

    bool IsUnsigned => Kind is SyntaxKind.Counter32 or SyntaxKind.Gauge32 or SyntaxKind.TimeTicks or SyntaxKind.Counter64
        or SyntaxKind.UInteger32 or SyntaxKind.OpaqueCounter64 or SyntaxKind.OpaqueUnsigned64;

    public static bool operator ==(ObjectSyntax left, ObjectSyntax right) => left.Equals(right);

    public static bool operator !=(ObjectSyntax left, ObjectSyntax right) => !left.Equals(right);

    public static ObjectSyntax Integer32(int value) => new(SyntaxKind.Integer32, (ulong)value);

    public static ObjectSyntax Counter32(uint value) => new(SyntaxKind.Counter32, value);

    public static ObjectSyntax Gauge32(uint value) => new(SyntaxKind.Gauge32, value);

    /// <param name="value">Hundredths of a second.</param>
    public static ObjectSyntax TimeTicks(uint value) => new(SyntaxKind.TimeTicks, value);

    public static ObjectSyntax Counter64(ulong value) => new(SyntaxKind.Counter64, value);

    public static ObjectSyntax OpaqueFloat(float value) =>
        new(SyntaxKind.OpaqueFloat, BitConverter.DoubleToUInt64Bits(value));

    public static ObjectSyntax OpaqueDouble(double value) =>
        new(SyntaxKind.OpaqueDouble, BitConverter.DoubleToUInt64Bits(value));

    public static ObjectSyntax OctetString(ReadOnlySpan<byte> octets) => new(SyntaxKind.OctetString, 0, octets.ToArray());

    /// <summary>The text in UTF-8.</summary>
    public static ObjectSyntax OctetString(string text) => new(SyntaxKind.OctetString, 0, Encoding.UTF8.GetBytes(text));

    /// <param name="address">Four octets.</param>
    public static ObjectSyntax IpAddress(ReadOnlySpan<byte> address) => new(SyntaxKind.IpAddress, 0, address.ToArray());

    public static ObjectSyntax Opaque(ReadOnlySpan<byte> octets) => new(SyntaxKind.Opaque, 0, octets.ToArray());

    public static ObjectSyntax Of(ObjectIdentifier identifier) =>
        new(SyntaxKind.ObjectIdentifier, 0, identifier.Encoded.ToArray());

    public bool Equals(ObjectSyntax other) =>
        Kind == other.Kind && _bits == other._bits && (_octets ?? []).AsSpan().SequenceEqual(other._octets ?? []);

    public override bool Equals(object? obj) => obj is ObjectSyntax other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _octets?.Length);

    public override string ToString() => Kind switch
    {
        SyntaxKind.OctetString => Encoding.UTF8.GetString(Octets),
        SyntaxKind.IpAddress => string.Join('.', _octets!),
        SyntaxKind.ObjectIdentifier => ToObjectIdentifier().ToString(),
        SyntaxKind.Opaque or SyntaxKind.NsapAddress => Convert.ToHexString(Octets),
        _ when IsReal => ToDouble()!.Value.ToString(CultureInfo.InvariantCulture),
        _ when IsSigned => ToInt64().ToString(CultureInfo.InvariantCulture),
        _ when IsUnsigned => _bits.ToString(CultureInfo.InvariantCulture),
        _ => Kind.ToString(),
    };

    internal static ObjectSyntax OfNumber(SyntaxKind kind, ulong bits) => new(kind, bits);

    internal static ObjectSyntax OfOctets(SyntaxKind kind, ReadOnlySpan<byte> octets) => new(kind, 0, octets.ToArray());

    internal ulong Bits => _bits;

    internal ReadOnlySpan<byte> RawOctets => _octets;
}
