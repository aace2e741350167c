using System.Buffers.Binary;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>Wraps a PDU into a v3 message, and checks and opens one (RFC 3414 sections 6 and 8, RFC 3826).</summary>
static class UserMessageSeal
{
    // Largest UDP payload over IPv4: what we can take.
    const int MaxMessageSize = 65_507;
    const int UserBasedSecurityModel = 3;

    /// <summary>Everything around the PDU that <paramref name="writer"/> holds; it must hold nothing else.</summary>
    /// <param name="buffer">The writer's own.</param>
    /// <param name="digest">Null when the user is not authenticated.</param>
    public static ReadOnlySpan<byte> Close(
        scoped ref BerWriter writer,
        Span<byte> buffer,
        scoped in UserMessageHead head,
        scoped ReadOnlySpan<byte> contextName,
        Digest? digest,
        LocalisedKeys keys)
    {
        writer.WriteElement(BerTag.OctetString, contextName);
        writer.WriteElement(BerTag.OctetString, head.ContextEngineId ?? head.EngineId);
        writer.Close(BerTag.Sequence, mark: 0);

        scoped Span<byte> salt = stackalloc byte[AesCipher.SaltLength];
        BinaryPrimitives.WriteUInt64BigEndian(salt, head.Salt);
        if (!head.Flags.HasFlag(MessageFlags.Encrypted))
        {
            salt = default;
        }
        else if (!writer.HasOverflowed)
        {
            AesCipher.Encrypt(keys.Privacy, head.EngineBoots, head.EngineTime, salt, buffer[writer.Start..]);
            writer.Close(BerTag.OctetString, mark: 0);
        }

        var isAuthenticated = head.Flags.HasFlag(MessageFlags.Authenticated) && digest is not null;
        var macLength = isAuthenticated ? digest!.MacLength : 0;
        var macAt = WriteParameters(ref writer, head, salt, macLength);
        WriteHeader(ref writer, head);
        if (writer.HasOverflowed)
            return default;

        if (isAuthenticated)
        {
            Span<byte> mac = stackalloc byte[macLength];
            digest!.Mac(keys.Authentication, writer.Written, mac);
            mac.CopyTo(buffer[macAt..]);
        }

        return writer.Written;
    }

    /// <summary>Whether the message's HMAC is the one that the key gives; the octets are as before afterwards.</summary>
    public static bool IsAuthentic(Span<byte> datagram, in UserMessage message, Digest digest, LocalisedKeys keys)
    {
        var said = message.Security.Authentication;
        if (!message.Flags.HasFlag(MessageFlags.Authenticated) || said.Length != digest.MacLength
            || !((ReadOnlySpan<byte>)datagram).Overlaps(said, out var at))
            return false;

        Span<byte> kept = stackalloc byte[said.Length];
        Span<byte> computed = stackalloc byte[said.Length];
        said.CopyTo(kept);
        var place = datagram.Slice(at, said.Length);
        // RFC 3414 6.3.2: the HMAC is taken over the message with zeros in its own place.
        place.Clear();
        digest.Mac(keys.Authentication, datagram[..message.Length], computed);
        kept.CopyTo(place);
        return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(kept, computed);
    }

    /// <summary>Reads the PDU of a message that is authentic or needs not be; decrypts it in place.</summary>
    public static DecodeOutcome OpenPdu(
        Span<byte> datagram, scoped in UserMessage message, LocalisedKeys keys, out PduView pdu)
    {
        pdu = default;
        if (!message.IsEncrypted)
            return UserMessage.DecodeScopedPdu(message.Body, out pdu);
        if (message.Security.Privacy.Length != AesCipher.SaltLength || keys.Privacy.Length == 0
            || !((ReadOnlySpan<byte>)datagram).Overlaps(message.Body, out var at))
            return DecodeOutcome.WrongValue;

        var text = datagram.Slice(at, message.Body.Length);
        var security = message.Security;
        AesCipher.Decrypt(keys.Privacy, security.EngineBoots, security.EngineTime, security.Privacy, text);
        return UserMessage.DecodeDecrypted(text, out pdu);
    }

    static int WriteParameters(
        scoped ref BerWriter writer, in UserMessageHead head, scoped ReadOnlySpan<byte> salt, int macLength)
    {
        var mark = writer.Mark;
        writer.WriteElement(BerTag.OctetString, salt);
        Span<byte> zeros = stackalloc byte[macLength];
        zeros.Clear();
        writer.WriteOctets(zeros);
        var macAt = writer.Start;
        writer.WriteElementHeader(BerTag.OctetString, macLength);
        writer.WriteElement(BerTag.OctetString, head.UserName);
        writer.WriteInteger(BerTag.Integer, head.EngineTime);
        writer.WriteInteger(BerTag.Integer, head.EngineBoots);
        writer.WriteElement(BerTag.OctetString, head.EngineId);
        writer.Close(BerTag.Sequence, mark);
        writer.Close(BerTag.OctetString, mark);
        return macAt;
    }

    static void WriteHeader(ref BerWriter writer, in UserMessageHead head)
    {
        var mark = writer.Mark;
        writer.WriteInteger(BerTag.Integer, UserBasedSecurityModel);
        writer.WriteElement(BerTag.OctetString, [(byte)head.Flags]);
        writer.WriteInteger(BerTag.Integer, MaxMessageSize);
        writer.WriteInteger(BerTag.Integer, head.MessageId);
        writer.Close(BerTag.Sequence, mark);
        writer.WriteInteger(BerTag.Integer, (int)SnmpVersion.V3);
        writer.Close(BerTag.Sequence, mark: 0);
    }
}
