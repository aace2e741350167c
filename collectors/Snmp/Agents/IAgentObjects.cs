using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Agents;

/// <summary>The objects that an agent shows, in the order of their names. Called from the agent's own thread, one request at a time.</summary>
public interface IAgentObjects
{
    /// <returns>The value, or <see cref="ObjectSyntax.NoSuchObject"/> or <see cref="ObjectSyntax.NoSuchInstance"/>.</returns>
    ObjectSyntax Get(ObjectIdentifier name);

    /// <returns>The first object behind the name; null at the end.</returns>
    VariableBinding? Next(ObjectIdentifier name);
}
