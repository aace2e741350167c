namespace DcOps.Collectors.Snmp.Codec;

/// <summary>Lets a dictionary of names be asked with octets straight from a datagram, without an object for the question.</summary>
sealed class ObjectIdentifierComparer
    : IEqualityComparer<ObjectIdentifier>, IAlternateEqualityComparer<ReadOnlySpan<byte>, ObjectIdentifier>
{
    public static readonly ObjectIdentifierComparer Instance = new();

    public bool Equals(ObjectIdentifier x, ObjectIdentifier y) => x.Equals(y);

    public int GetHashCode(ObjectIdentifier obj) => obj.GetHashCode();

    public bool Equals(ReadOnlySpan<byte> alternate, ObjectIdentifier other) => alternate.SequenceEqual(other.Encoded);

    public int GetHashCode(ReadOnlySpan<byte> alternate) => ObjectIdentifierOctets.Hash(alternate);

    public ObjectIdentifier Create(ReadOnlySpan<byte> alternate) =>
        ObjectIdentifier.TryDecode(alternate, out var identifier)
            ? identifier
            : throw new ArgumentException("The octets are no object identifier.", nameof(alternate));
}
