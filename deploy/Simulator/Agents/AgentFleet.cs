using System.Net;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Agents;

/// <summary>One UDP socket for each SNMP device, each at its own loopback address, all on one port.</summary>
public sealed class AgentFleet : IAsyncDisposable
{
    readonly List<AgentSocket> _sockets = [];

    /// <exception cref="System.Net.Sockets.SocketException">An address is taken: another simulator runs on this port.</exception>
    public AgentFleet(DeviceCatalog devices, AgentKeys keys, int port, TimeProvider time)
    {
        var pdus = new RackPduObjects(time);
        var upses = new UpsObjects(time);
        var sensors = new AirSensorObjects(time);
        foreach (var (plan, device) in devices.Snmp)
        {
            IAgentObjects objects = device switch
            {
                RackPduDevice pdu => pdus.Of(pdu),
                UpsDevice ups => upses.Of(ups),
                AirSensorDevice sensor => sensors.Of(sensor),
                _ => throw new InvalidOperationException($"{device.GetType().Name} has no SNMP objects."),
            };
            _sockets.Add(new(new IPEndPoint(plan.Address, port), new GatedAgent(device, new CommunityAgent(keys.Community, objects))));
        }
    }

    public int Count => _sockets.Count;

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets)
            await socket.DisposeAsync();
        _sockets.Clear();
    }
}
