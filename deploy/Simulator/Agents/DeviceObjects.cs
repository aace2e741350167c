using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Simulator.Agents;

/// <summary>What one device shows of its family's objects.</summary>
public sealed class DeviceObjects<TDevice>(TDevice device, MibTable<TDevice> table) : IAgentObjects
{
    public ObjectSyntax Get(ObjectIdentifier name) => table.Get(device, name);

    public VariableBinding? Next(ObjectIdentifier name) => table.Next(device, name);
}
