namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>A question on its way out.</summary>
/// <param name="Port">Null when it has been handed to its port.</param>
/// <param name="RequestId">By which it is known whether its answer is still waited for.</param>
readonly record struct WaitingDatagram(DatagramPort? Port, AgentLink Link, int RequestId, int Start, int Length);
