using System.Buffers.Binary;

namespace DcOps.Collectors.Snmp.Codec;

/// <summary>What a v1 trap says before its variables (RFC 1157 section 4.1.6).</summary>
/// <param name="AgentAddress">IPv4 address in network order.</param>
/// <param name="GenericTrap">0 coldStart to 5 egpNeighborLoss; 6 is the enterprise's own.</param>
/// <param name="UpTimeTicks">Hundredths of a second since the agent started.</param>
public sealed record TrapV1Header(
    ObjectIdentifier Enterprise, uint AgentAddress, int GenericTrap, int SpecificTrap, uint UpTimeTicks)
{
    internal static bool TryRead(scoped ref BerReader reader, out TrapV1Header? header)
    {
        header = null;
        if (!reader.TryRead(BerTag.ObjectIdentifier, out var enterpriseOctets)
            || !reader.TryRead((byte)SyntaxKind.IpAddress, out var address)
            || !reader.TryReadInteger(out var generic)
            || !reader.TryReadInteger(out var specific)
            || !reader.TryRead((byte)SyntaxKind.TimeTicks, out var ticks))
            return false;
        if (!ObjectIdentifier.TryDecode(enterpriseOctets, out var enterprise))
            return reader.Fail(DecodeOutcome.WrongObjectIdentifier);
        if (address.Length != 4)
            return reader.Fail(DecodeOutcome.WrongValue);
        if (!BerInteger.TryParseUnsigned(ticks, 4, out var upTime))
            return reader.Fail(DecodeOutcome.WrongInteger);

        header = new(enterprise, BinaryPrimitives.ReadUInt32BigEndian(address), generic, specific, (uint)upTime);
        return true;
    }
}
