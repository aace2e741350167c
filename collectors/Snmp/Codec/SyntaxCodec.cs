namespace DcOps.Collectors.Snmp.Codec;

/// <summary>Values between their BER elements and <see cref="ObjectSyntax"/>.</summary>
static class SyntaxCodec
{
    /// <returns><see cref="DecodeOutcome.Decoded"/>, or what does not fit.</returns>
    public static DecodeOutcome Decode(byte tag, ReadOnlySpan<byte> content, out ObjectSyntax value)
    {
        var outcome = Inspect(tag, content, out var kind, out var bits);
        value = outcome != DecodeOutcome.Decoded ? default
            : kind is SyntaxKind.OctetString or SyntaxKind.IpAddress or SyntaxKind.Opaque or SyntaxKind.NsapAddress
                ? ObjectSyntax.OfOctets(kind, content)
            : kind == SyntaxKind.ObjectIdentifier ? OfIdentifier(content)
            : ObjectSyntax.OfNumber(kind, bits);
        return outcome;
    }

    /// <summary>Checks a value without reading it.</summary>
    public static DecodeOutcome Check(byte tag, ReadOnlySpan<byte> content)
    {
        var isWell = (SyntaxKind)tag switch
        {
            SyntaxKind.Integer32 => BerInteger.IsSigned(content),
            SyntaxKind.Counter32 or SyntaxKind.Gauge32 or SyntaxKind.TimeTicks => BerInteger.IsUnsigned(content, 4),
            SyntaxKind.OctetString => true,
            _ => false,
        };
        return isWell ? DecodeOutcome.Decoded : Inspect(tag, content, out _, out _);
    }

    /// <summary>The number of the four kinds that nearly all numbers are of.</summary>
    /// <returns>False when it is of another kind; the value has been checked before.</returns>
    public static bool TryReadNumber(byte tag, ReadOnlySpan<byte> content, out double number)
    {
        number = 0;
        switch ((SyntaxKind)tag)
        {
            case SyntaxKind.Integer32:
                var isSigned = BerInteger.TryParseSigned(content, out var signed);
                number = signed;
                return isSigned;
            case SyntaxKind.Counter32 or SyntaxKind.Gauge32 or SyntaxKind.TimeTicks:
                var isUnsigned = BerInteger.TryParseUnsigned(content, 4, out var unsigned);
                number = unsigned;
                return isUnsigned;
            default:
                return false;
        }
    }

    /// <summary>Checks a value without keeping it.</summary>
    /// <param name="bits">The number's bits, as <see cref="ObjectSyntax"/> holds them; 0 when the value is no number.</param>
    public static DecodeOutcome Inspect(byte tag, ReadOnlySpan<byte> content, out SyntaxKind kind, out ulong bits)
    {
        kind = (SyntaxKind)tag;
        bits = 0;
        switch (kind)
        {
            case SyntaxKind.Integer32:
                var isInteger = BerInteger.TryParseSigned(content, out var signed);
                bits = (ulong)signed;
                return isInteger ? DecodeOutcome.Decoded : DecodeOutcome.WrongInteger;
            case SyntaxKind.Counter32 or SyntaxKind.Gauge32 or SyntaxKind.TimeTicks or SyntaxKind.UInteger32:
                return BerInteger.TryParseUnsigned(content, 4, out bits) ? DecodeOutcome.Decoded : DecodeOutcome.WrongInteger;
            case SyntaxKind.Counter64:
                return BerInteger.TryParseUnsigned(content, 8, out bits) ? DecodeOutcome.Decoded : DecodeOutcome.WrongInteger;
            case SyntaxKind.OctetString or SyntaxKind.NsapAddress:
                return DecodeOutcome.Decoded;
            case SyntaxKind.ObjectIdentifier:
                return ObjectIdentifierOctets.IsWellFormed(content, out _)
                    ? DecodeOutcome.Decoded
                    : DecodeOutcome.WrongObjectIdentifier;
            case SyntaxKind.Opaque:
                kind = OpaqueNumber.Decode(content, out bits);
                return DecodeOutcome.Decoded;
            case SyntaxKind.IpAddress:
                return content.Length == 4 ? DecodeOutcome.Decoded : DecodeOutcome.WrongValue;
            case SyntaxKind.Null or SyntaxKind.NoSuchObject or SyntaxKind.NoSuchInstance or SyntaxKind.EndOfMibView:
                return content.IsEmpty ? DecodeOutcome.Decoded : DecodeOutcome.WrongValue;
            default:
                return DecodeOutcome.UnexpectedTag;
        }
    }

    public static void Write(ref BerWriter writer, ObjectSyntax value)
    {
        switch (value.Kind)
        {
            case SyntaxKind.None:
                writer.WriteElement(BerTag.Null, []);
                return;
            case SyntaxKind.Integer32:
                writer.WriteInteger(BerTag.Integer, (long)value.Bits);
                return;
            case > SyntaxKind.EndOfMibView:
                OpaqueNumber.Write(ref writer, value.Kind, value.Bits);
                return;
            case SyntaxKind.Counter32 or SyntaxKind.Gauge32 or SyntaxKind.TimeTicks or SyntaxKind.Counter64
                or SyntaxKind.UInteger32:
                writer.WriteUnsigned((byte)value.Kind, value.Bits);
                return;
            default:
                writer.WriteElement((byte)value.Kind, value.RawOctets);
                return;
        }
    }

    /// <summary>Octets of the whole element.</summary>
    public static int Length(ObjectSyntax value)
    {
        var content = value.Kind switch
        {
            SyntaxKind.Integer32 => BerInteger.Length((long)value.Bits),
            > SyntaxKind.EndOfMibView => OpaqueNumber.Length(value.Kind, value.Bits),
            SyntaxKind.Counter32 or SyntaxKind.Gauge32 or SyntaxKind.TimeTicks or SyntaxKind.Counter64
                or SyntaxKind.UInteger32 => BerInteger.Length(value.Bits),
            _ => value.RawOctets.Length,
        };
        return BerWriter.HeaderLength(content) + content;
    }

    static ObjectSyntax OfIdentifier(ReadOnlySpan<byte> content) =>
        ObjectSyntax.Of(ObjectIdentifier.TryDecode(content, out var identifier) ? identifier : default);
}
