namespace DcOps.Collectors.Snmp.Agents;

/// <summary>The device side of SNMP, apart from its socket.</summary>
public interface IDatagramAgent
{
    /// <param name="response">Receives the answer from its first octet on.</param>
    /// <returns>Octets to send; 0 for no answer.</returns>
    int Answer(ReadOnlySpan<byte> request, Span<byte> response);
}
