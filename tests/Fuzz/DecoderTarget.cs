using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Fuzz;

/// <summary>The decoder of every version; what it takes, it must be able to say again.</summary>
sealed class DecoderTarget : ITarget
{
    readonly ValueList _values = new();

    public string Name => "decoder";

    public void Try(Random random, byte[] input)
    {
        MessageId.TryRead(input, out _);
        UserMessage.Decode(input, out _);
        if (CommunityMessage.Decode(input, out var message) != DecodeOutcome.Decoded)
            return;

        foreach (var variable in message.Pdu.Variables)
        {
            _values.Add("any", variable);
            _ = variable.Value.ToString();
        }

        if (_values.Take().Any(value => !double.IsFinite(value.Number)))
            throw new InvalidOperationException("A number is not finite.");
        if (message.Pdu.Kind != PduKind.TrapV1)
            WriteAgain(message);
    }

    static void WriteAgain(in CommunityMessage message)
    {
        var pdu = message.Pdu.ToPdu();
        var writer = new BerWriter(new byte[70_000]);
        CommunityMessage.Write(ref writer, message.Version, message.Community, pdu);
        if (CommunityMessage.Decode(writer.Written, out var again) != DecodeOutcome.Decoded || !again.Pdu.ToPdu().Equals(pdu))
            throw new InvalidOperationException("What was decoded is not what it is written as.");
    }
}
