using System.Net.Sockets;

namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>The engine's sockets, opened when the first device of their address family is asked.</summary>
sealed class DatagramPorts(IDatagramReceiver receiver, int perFamily, bool mayTakeMany) : IDisposable
{
    readonly Lazy<DatagramPort>[] _version4 = Open(AddressFamily.InterNetwork, receiver, perFamily, mayTakeMany);
    readonly Lazy<DatagramPort>[] _version6 = Open(AddressFamily.InterNetworkV6, receiver, perFamily, mayTakeMany);

    /// <summary>Always the same port for a device, so that its answers come in order.</summary>
    public DatagramPort For(AgentLink link)
    {
        var ports = link.Address.Family == AddressFamily.InterNetwork ? _version4 : _version6;
        return ports[link.Slot % ports.Length].Value;
    }

    public void Dispose()
    {
        foreach (var port in _version4.Concat(_version6).Where(port => port.IsValueCreated))
            port.Value.Dispose();
    }

    static Lazy<DatagramPort>[] Open(AddressFamily family, IDatagramReceiver receiver, int count, bool mayTakeMany) =>
        [.. Enumerable.Range(0, count).Select(_ => new Lazy<DatagramPort>(() => new(family, receiver, mayTakeMany)))];
}
