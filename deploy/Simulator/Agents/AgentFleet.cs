using System.Net;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Security;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Layout;

namespace DcOps.Simulator.Agents;

/// <summary>One UDP socket for each SNMP device, each at its own loopback address, all on one port.</summary>
public sealed class AgentFleet : IAsyncDisposable
{
    readonly List<AgentSocket> _sockets = [];
    readonly UsmUser _user;
    readonly string _community;
    readonly int _boots;
    readonly TimeProvider _time;

    /// <param name="boots">How often the simulator has started on this data: the engines' boots, as RFC 3414 wants them.</param>
    /// <exception cref="System.Net.Sockets.SocketException">An address is taken: another simulator runs on this port.</exception>
    public AgentFleet(DeviceCatalog devices, AgentKeys keys, int port, int boots, TimeProvider time)
    {
        _user = keys.ToUser();
        _community = keys.Community;
        _boots = boots;
        _time = time;
        var families = new DeviceFamilies(time);
        foreach (var (plan, device) in devices.Snmp)
            _sockets.Add(new(new IPEndPoint(plan.Address, port), new GatedAgent(device, Agent(plan, families.Of(plan, device)))));
    }

    public int Count => _sockets.Count;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_sockets.Select(socket => socket.DisposeAsync().AsTask()));
        _sockets.Clear();
    }

    IDatagramAgent Agent(SnmpDevicePlan plan, IAgentObjects objects)
    {
        if (!plan.IsSecured)
            return new CommunityAgent(_community, objects);

        var agent = new UserAgent(EngineId(plan.Address), _user, objects, _time);
        agent.Reboot(_boots);
        return agent;
    }

    // RFC 3411: enterprise number with the first bit set (here APC's 318), then 1 for an IPv4 address, then the address.
    static byte[] EngineId(IPAddress address) => [0x80, 0x00, 0x01, 0x3E, 0x01, .. address.GetAddressBytes()];
}
