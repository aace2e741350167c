using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>
/// One device's way of wrapping requests and opening answers. This is the engine's only seam to codec and security:
/// scheduling, sockets, retries and walks know no BER and no key. Not safe for two callers at once.
/// </summary>
interface IMessageSecurity
{
    SnmpVersion Version { get; }

    /// <summary>Writes the request; where the device's engine is not known yet, the question for it instead.</summary>
    /// <param name="id">Request and message id, 31 bits.</param>
    /// <returns>The datagram, inside <paramref name="buffer"/>; empty when it does not fit.</returns>
    ReadOnlySpan<byte> Seal(scoped in RequestDraft request, int id, Span<byte> buffer);

    /// <summary>Reads an answer; the datagram's octets may be changed by it.</summary>
    /// <param name="pdu">The answer, when the outcome is <see cref="OpenOutcome.Answer"/>.</param>
    OpenOutcome Open(Span<byte> datagram, int id, out PduView pdu);

    /// <summary>Why the last answer was refused or dropped, in a few words; empty when none was.</summary>
    string Reason { get; }

    /// <summary>How often the device turned out to be another one than before; 0 where that cannot be told.</summary>
    int Replacements => 0;
}
