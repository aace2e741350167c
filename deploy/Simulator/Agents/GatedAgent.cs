using DcOps.Collectors.Snmp.Agents;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Agents;

/// <summary>An agent that swallows requests while its device is silent.</summary>
public sealed class GatedAgent(SimulatedDevice device, IDatagramAgent agent) : IDatagramAgent
{
    public int Answer(ReadOnlySpan<byte> request, Span<byte> response) =>
        device.IsSilent ? 0 : agent.Answer(request, response);
}
