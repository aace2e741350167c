using System.Buffers.Binary;
using System.Net;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>From the three forms of a notification to one (RFC 3584 section 3.1).</summary>
static class NotificationNormaliser
{
    const int EnterpriseSpecific = 6;
    const double TicksPerSecond = 100;
    static readonly ObjectIdentifier SysUpTime = ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0");
    static readonly ObjectIdentifier SnmpTrapOid = ObjectIdentifier.Parse("1.3.6.1.6.3.1.1.4.1.0");
    static readonly ObjectIdentifier SnmpTrapAddress = ObjectIdentifier.Parse("1.3.6.1.6.3.18.1.3.0");
    static readonly ObjectIdentifier GenericTraps = ObjectIdentifier.Parse("1.3.6.1.6.3.1.1.5");

    /// <returns>Null when the PDU is no notification, or does not say of what.</returns>
    public static Notification? Of(Pdu pdu, TrapV1Header? head) => pdu.Kind switch
    {
        PduKind.TrapV1 when head is not null => OfVersion1(head, pdu.Variables),
        PduKind.TrapV2 or PduKind.InformRequest => OfVersion2(pdu.Variables),
        _ => null,
    };

    static Notification OfVersion1(TrapV1Header head, ImmutableArray<VariableBinding> variables)
    {
        // Generic 0 to 5 are snmpTraps.1 to .6; what else stands there instead of 6 is taken for the enterprise's own.
        var kind = head.GenericTrap is >= 0 and < EnterpriseSpecific
            ? GenericTraps.Append((uint)head.GenericTrap + 1)
            : head.Enterprise.Append(0).Append((uint)head.SpecificTrap);
        return new(kind, variables, Since(head.UpTimeTicks), AddressOf(head.AgentAddress) ?? OriginIn(variables));
    }

    static Notification? OfVersion2(ImmutableArray<VariableBinding> variables)
    {
        ObjectIdentifier? kind = null;
        TimeSpan? upTime = null;
        var rest = ImmutableArray.CreateBuilder<VariableBinding>(variables.Length);
        foreach (var variable in variables)
        {
            if (kind is null && variable.Name == SnmpTrapOid && variable.Value.Kind == SyntaxKind.ObjectIdentifier)
                kind = variable.Value.ToObjectIdentifier();
            else if (upTime is null && variable.Name == SysUpTime && variable.Value.Kind == SyntaxKind.TimeTicks)
                upTime = Since((uint)variable.Value.ToUInt64());
            else
                rest.Add(variable);
        }

        return kind is { } known ? new(known, rest.DrainToImmutable(), upTime, OriginIn(variables)) : null;
    }

    static IPAddress? OriginIn(ImmutableArray<VariableBinding> variables)
    {
        foreach (var variable in variables)
        {
            if (variable.Name == SnmpTrapAddress && variable.Value.Kind == SyntaxKind.IpAddress)
                return AddressOf(BinaryPrimitives.ReadUInt32BigEndian(variable.Value.Octets));
        }

        return null;
    }

    // Agents that do not know their own address say 0.0.0.0.
    static IPAddress? AddressOf(uint address)
    {
        if (address == 0)
            return null;

        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, address);
        return new(octets);
    }

    static TimeSpan Since(uint ticks) => TimeSpan.FromSeconds(ticks / TicksPerSecond);
}
