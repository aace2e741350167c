using System.Security.Cryptography;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>SNMPv3 with one device's engine: discovery, its clock, its keys (RFC 3414).</summary>
/// <param name="contextName">Empty for the default context.</param>
sealed class UserSecurity(UsmUser user, byte[] contextName, TimeProvider time) : IMessageSecurity
{
    readonly EngineClock _clock = new(time);
    byte[] _engineId = [];
    byte[] _lastEngineId = [];
    LocalisedKeys _keys = new([], []);
    bool _isProven;
    ulong _salt = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(AesCipher.SaltLength));

    public SnmpVersion Version => SnmpVersion.V3;

    public string Reason { get; private set; } = "";

    /// <summary>How often another engine, or one with fewer boots, stood where one was known: the card has been replaced.</summary>
    public int Replacements { get; private set; }

    MessageFlags Level => user.Digest is null ? MessageFlags.None
        : user.Privacy == PrivacyProtocol.None ? MessageFlags.Authenticated
        : MessageFlags.Authenticated | MessageFlags.Encrypted;

    public ReadOnlySpan<byte> Seal(scoped in RequestDraft request, int id, Span<byte> buffer)
    {
        var writer = new BerWriter(buffer);
        if (_engineId.Length == 0)
        {
            new RequestDraft(PduKind.GetRequest, []).WriteTo(ref writer, id);
            var question = new UserMessageHead(id, MessageFlags.Reportable, [], 0, 0, [], 0);
            return UserMessageSeal.Close(ref writer, buffer, question, [], null, _keys);
        }

        request.WriteTo(ref writer, id);
        var head = new UserMessageHead(
            id, Level | MessageFlags.Reportable, _engineId, _clock.Boots, _clock.Time, user.Name, ++_salt);
        return UserMessageSeal.Close(ref writer, buffer, head, contextName, user.Digest, _keys);
    }

    public OpenOutcome Open(Span<byte> datagram, int id, out PduView pdu)
    {
        pdu = default;
        var decoded = UserMessage.Decode(datagram, out var message);
        if (decoded != DecodeOutcome.Decoded)
            return Drop(OpenOutcome.Malformed, decoded.ToString());

        var isAuthentic = user.Digest is not null && _engineId.Length > 0
            && message.Security.EngineId.SequenceEqual(_engineId)
            && UserMessageSeal.IsAuthentic(datagram, message, user.Digest, _keys);
        if (message.IsEncrypted && !isAuthentic)
            return Drop(OpenOutcome.NotAuthentic, "answer with a wrong digest");

        decoded = UserMessageSeal.OpenPdu(datagram, message, _keys, out pdu);
        if (decoded != DecodeOutcome.Decoded)
            return Drop(OpenOutcome.Malformed, decoded.ToString());

        return pdu.Kind switch
        {
            PduKind.Report => Learn(message.Security, Reports.KindOf(pdu), isAuthentic),
            PduKind.Response when pdu.RequestId == id => Judge(message, isAuthentic),
            _ => Drop(OpenOutcome.Malformed, $"{pdu.Kind} instead of a response"),
        };
    }

    OpenOutcome Judge(in UserMessage message, bool isAuthentic)
    {
        if ((message.Flags & Level) != Level || (user.Digest is not null && !isAuthentic))
            return Drop(OpenOutcome.NotAuthentic, "answer below the security level of the question");
        if (user.Digest is not null && !_clock.Accept(message.Security.EngineBoots, message.Security.EngineTime))
            return Drop(OpenOutcome.NotAuthentic, "answer outside the time window");
        Prove();
        return OpenOutcome.Answer;
    }

    void Prove()
    {
        if (_isProven)
            return;

        user.Known.Keep(_engineId, _keys);
        _isProven = true;
    }

    OpenOutcome Learn(in UsmParameters security, ReportKind kind, bool isAuthentic)
    {
        switch (kind)
        {
            case ReportKind.UnknownEngine when security.EngineId.Length is >= 5 and <= 32:
                Meet(security.EngineId.ToArray(), security.EngineBoots, security.EngineTime);
                return OpenOutcome.AskAgain;
            case ReportKind.NotInTimeWindow when isAuthentic:
                if (security.EngineBoots < _clock.Boots)
                    Replacements++;
                _clock.Set(security.EngineBoots, security.EngineTime);
                return Drop(OpenOutcome.AskAgain, "outside the device's time window");
            case ReportKind.NotInTimeWindow:
                // Not proven, so nothing is taken from it but the doubt: ask who is there.
                _engineId = [];
                return Drop(OpenOutcome.AskAgain, "outside the device's time window");
            default:
                // The next poll begins with a discovery: the card may have been replaced by one that is set up otherwise.
                _engineId = [];
                return Drop(OpenOutcome.Refused, KebabCase.Of(kind));
        }
    }

    // Boots and time of a discovery are not proven; a wrong clock ends in an authentic Report that corrects it.
    void Meet(byte[] engineId, int boots, int engineTime)
    {
        if (_lastEngineId.Length > 0 && (!_lastEngineId.AsSpan().SequenceEqual(engineId) || boots < _clock.Boots))
            Replacements++;
        if (!_lastEngineId.AsSpan().SequenceEqual(engineId))
        {
            _keys = user.KeysAt(engineId);
            _isProven = false;
        }

        _engineId = engineId;
        _lastEngineId = engineId;
        _clock.Set(boots, engineTime);
        Reason = "";
    }

    OpenOutcome Drop(OpenOutcome outcome, string reason)
    {
        Reason = reason;
        return outcome;
    }
}
