using System.Net;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>Takes what arrives at a port. Called from the port's own thread; must not wait and must not throw.</summary>
interface IDatagramReceiver
{
    /// <param name="datagram">Valid during the call only; may be changed.</param>
    /// <param name="sender">Valid during the call only.</param>
    void Receive(Span<byte> datagram, SocketAddress sender);
}
