using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>What a v3 message says besides its PDU, on its way out.</summary>
/// <param name="EngineId">Of the authoritative engine; empty in a discovery.</param>
/// <param name="Salt">Never the same twice under one key.</param>
readonly record struct UserMessageHead(
    int MessageId, MessageFlags Flags, byte[] EngineId, int EngineBoots, int EngineTime, byte[] UserName, ulong Salt)
{
    /// <summary>Whose objects the PDU is about; null for the authoritative engine's own.</summary>
    public byte[]? ContextEngineId { get; init; }
}
