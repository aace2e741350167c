namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>Takes what arrives at a port. Called from the port's own thread; must not wait and must not throw.</summary>
interface IDatagramReceiver
{
    /// <param name="arrived">Valid during the call only; the octets may be changed.</param>
    void Receive(ArrivedDatagrams arrived);
}
