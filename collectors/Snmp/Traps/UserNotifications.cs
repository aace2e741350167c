using System.Security.Cryptography;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>
/// Opens v3 notifications (RFC 3414 section 3.2). Of a trap the sender's engine is authoritative, of an inform ours:
/// senders of informs discover it and its clock by our Reports. Not safe for two callers at once.
/// </summary>
sealed class UserNotifications(ImmutableArray<UsmUser> users, EngineIdentity own, TimeProvider time)
{
    const int TimeWindow = 150;
    const int LargestReply = 65_507;
    const int MostEngines = LocalisedKeyCache.MostEngines;
    readonly Dictionary<byte[], EngineClock> _clocks = new(EngineIdComparer.Instance);
    ulong _salt = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(AesCipher.SaltLength));

    /// <param name="datagram">Decrypted in place.</param>
    public ReceivedPdu Open(Span<byte> datagram)
    {
        if (UserMessage.Decode(datagram, out var message) != DecodeOutcome.Decoded)
            return ReceivedPdu.Refused("malformed");

        var isForUs = message.Security.EngineId.SequenceEqual(own.Id);
        // Only what is answered is sealed for the receiver's engine; a trap never asks for a Report.
        if (!isForUs && message.Flags.HasFlag(MessageFlags.Reportable))
            return Report(message, ReportKind.UnknownEngine, null);
        if (UserOf(message) is not { } user)
            return Report(message, ReportKind.UnknownUser, null);
        if ((message.Flags & (MessageFlags.Authenticated | MessageFlags.Encrypted)) != LevelOf(user))
            return Report(message, ReportKind.UnsupportedSecurityLevel, null);

        var keys = user.KeysAt(message.Security.EngineId);
        if (user.Digest is not null && !UserMessageSeal.IsAuthentic(datagram, message, user.Digest, keys))
            return Report(message, ReportKind.WrongDigest, null);
        if (user.Digest is not null && !IsInTime(message, isForUs))
            return Report(message, ReportKind.NotInTimeWindow, user);

        if (UserMessageSeal.OpenPdu(datagram, message, keys, out var view) != DecodeOutcome.Decoded)
            return Report(message, ReportKind.DecryptionError, null);
        if (user.Digest is not null)
            user.Known.Keep(message.Security.EngineId, keys);
        return view.Kind switch
        {
            PduKind.TrapV2 => new(view.ToPdu(), null, null, ""),
            PduKind.InformRequest when isForUs => OfInform(message, user, view.ToPdu()),
            _ => ReceivedPdu.Refused("no-notification"),
        };
    }

    static MessageFlags LevelOf(UsmUser user) => user.Digest is null ? MessageFlags.None
        : user.Privacy == PrivacyProtocol.None ? MessageFlags.Authenticated
        : MessageFlags.Authenticated | MessageFlags.Encrypted;

    UsmUser? UserOf(in UserMessage message)
    {
        foreach (var user in users)
        {
            if (message.Security.UserName.SequenceEqual(user.Name))
                return user;
        }

        return null;
    }

    bool IsInTime(in UserMessage message, bool isForUs)
    {
        var security = message.Security;
        if (isForUs)
            return security.EngineBoots == own.Boots && Math.Abs(security.EngineTime - own.Time) <= TimeWindow;

        // The first authentic message of an engine tells us its clock; no later one may be older than the window.
        var clocks = _clocks.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (clocks.TryGetValue(security.EngineId, out var clock))
            return clock.Accept(security.EngineBoots, security.EngineTime);

        if (_clocks.Count >= MostEngines)
            _clocks.Clear();
        clock = new(time);
        clock.Set(security.EngineBoots, security.EngineTime);
        clocks[security.EngineId] = clock;
        return true;
    }

    // RFC 3413 section 3.4: the answer is of the same context, and has the inform's own variables.
    ReceivedPdu OfInform(in UserMessage message, UsmUser user, Pdu inform)
    {
        UserMessage.DecodeContext(message.Body, message.IsEncrypted, out var engineId, out var name);
        var response = Pdu.Response(inform.RequestId, inform.Variables);
        return new(inform, null, Seal(message, user, LevelOf(user), response, engineId.ToArray(), name), "");
    }

    // Of a wrong clock the Report is authentic, of all else it cannot be.
    ReceivedPdu Report(in UserMessage message, ReportKind kind, UsmUser? user)
    {
        if (!message.Flags.HasFlag(MessageFlags.Reportable))
            return ReceivedPdu.Refused(KebabCase.Of(kind));

        var report = new Pdu(PduKind.Report, 0, 0, 0, [new(Reports.NameOf(kind), ObjectSyntax.Counter32(1))]);
        var flags = user is null ? MessageFlags.None : LevelOf(user) & MessageFlags.Authenticated;
        return ReceivedPdu.Refused(kind == ReportKind.UnknownEngine ? "discovery" : KebabCase.Of(kind), Seal(message, user, flags, report));
    }

    byte[]? Seal(
        in UserMessage message, UsmUser? user, MessageFlags flags, Pdu pdu, byte[]? contextEngineId = null, ReadOnlySpan<byte> contextName = default)
    {
        var head = new UserMessageHead(
            message.MessageId, flags, own.Id, own.Boots, own.Time, message.Security.UserName.ToArray(), ++_salt)
        {
            ContextEngineId = contextEngineId,
        };
        var buffer = new byte[LargestReply];
        var writer = new BerWriter(buffer);
        pdu.WriteTo(ref writer);
        var reply = UserMessageSeal.Close(ref writer, buffer, head, contextName, user?.Digest, user?.KeysAt(own.Id) ?? new([], []));
        return reply.IsEmpty ? null : reply.ToArray();
    }
}
