using System.Net;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>A trap or inform in the form of SNMPv2, whatever it came as (RFC 3584 section 3.1).</summary>
/// <param name="Kind">snmpTrapOID: what has happened.</param>
/// <param name="Variables">What it says, without sysUpTime and snmpTrapOID; in the order of the message; may be empty.</param>
/// <param name="UpTime">Since the device's agent started; null when it did not say.</param>
/// <param name="Origin">
/// The device that it is about when another one passed it on (snmpTrapAddress, or a v1 trap's agent-addr); null when the sender is it.
/// </param>
public sealed record Notification(
    ObjectIdentifier Kind, ImmutableArray<VariableBinding> Variables, TimeSpan? UpTime, IPAddress? Origin);
