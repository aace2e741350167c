using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>An instance that has been met: its name on the wire and its dotted address, each made once.</summary>
sealed record KnownInstance(ObjectIdentifier Name, string Address);
