using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Agents;

/// <summary>
/// Answers SNMPv3 requests of one user as an authoritative engine (RFC 3414 section 3.2): discovery, time window, Reports.
/// Reads only.
/// </summary>
/// <param name="engineId">5 to 32 octets (RFC 3411), unique among agents.</param>
public sealed class UserAgent(byte[] engineId, UsmUser user, IAgentObjects objects, TimeProvider time) : IDatagramAgent
{
    // Room for everything that stands before the variables of a response.
    const int HeadLength = 220;
    const int TimeWindow = 150;
    readonly LocalisedKeys _keys = user.KeysAt(engineId);
    readonly RequestAnswer _answer = new(objects);
    long _bootedAt = time.GetTimestamp();
    ulong _salt;

    /// <summary>Largest response, octets of UDP payload; what does not fit is left out of a GETBULK or refused as tooBig.</summary>
    public int MaxResponseOctets { get; init; } = 1472;

    public int Boots { get; private set; } = 1;

    /// <summary>Seconds since the last boot.</summary>
    public int EngineTime => (int)time.GetElapsedTime(_bootedAt).TotalSeconds;

    MessageFlags Level => user.Digest is null ? MessageFlags.None
        : user.Privacy == PrivacyProtocol.None ? MessageFlags.Authenticated
        : MessageFlags.Authenticated | MessageFlags.Encrypted;

    /// <param name="boots">Null: one more than before. Less than before: a card whose memory was wiped.</param>
    public void Reboot(int? boots = null)
    {
        Boots = boots ?? Boots + 1;
        _bootedAt = time.GetTimestamp();
    }

    public int Answer(ReadOnlySpan<byte> request, Span<byte> response)
    {
        Span<byte> datagram = request.ToArray();
        if (UserMessage.Decode(datagram, out var message) != DecodeOutcome.Decoded)
            return 0;

        var refusal = Check(datagram, message);
        var pdu = refusal is null ? Process(datagram, message, response.Length) : Report(refusal.Value);
        if (pdu is null || (refusal is not null && !message.Flags.HasFlag(MessageFlags.Reportable)))
            return 0;

        // A Report is as secret as its cause allows: of a wrong clock it is authentic, of all else it cannot be.
        var flags = refusal switch
        {
            null => Level,
            ReportKind.NotInTimeWindow => Level & MessageFlags.Authenticated,
            _ => MessageFlags.None,
        };
        var head = new UserMessageHead(
            message.MessageId, flags, engineId, Boots, EngineTime, message.Security.UserName.ToArray(), ++_salt);
        var writer = new BerWriter(response);
        pdu.WriteTo(ref writer);
        var sealedMessage = UserMessageSeal.Close(ref writer, response, head, [], user.Digest, _keys);
        sealedMessage.CopyTo(response);
        return sealedMessage.Length;
    }

    ReportKind? Check(Span<byte> datagram, in UserMessage message)
    {
        var security = message.Security;
        if (!security.EngineId.SequenceEqual(engineId))
            return ReportKind.UnknownEngine;
        if (!security.UserName.SequenceEqual(user.Name))
            return ReportKind.UnknownUser;
        if ((message.Flags & (MessageFlags.Authenticated | MessageFlags.Encrypted)) != Level)
            return ReportKind.UnsupportedSecurityLevel;
        if (user.Digest is null)
            return null;
        if (!UserMessageSeal.IsAuthentic(datagram, message, user.Digest, _keys))
            return ReportKind.WrongDigest;
        return security.EngineBoots != Boots || Math.Abs(security.EngineTime - EngineTime) > TimeWindow
            ? ReportKind.NotInTimeWindow
            : null;
    }

    Pdu? Process(Span<byte> datagram, in UserMessage message, int space)
    {
        if (UserMessageSeal.OpenPdu(datagram, message, _keys, out var pdu) != DecodeOutcome.Decoded)
            return Level.HasFlag(MessageFlags.Encrypted) ? Report(ReportKind.DecryptionError) : null;

        return _answer.To(pdu.ToPdu(), SnmpVersion.V3, Math.Min(MaxResponseOctets, space) - HeadLength);
    }

    static Pdu Report(ReportKind kind) =>
        new(PduKind.Report, 0, 0, 0, [new(Reports.NameOf(kind), ObjectSyntax.Counter32(1))]);
}
