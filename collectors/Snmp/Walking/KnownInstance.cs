namespace DcOps.Collectors.Snmp.Walking;

/// <summary>An instance that has been met: its name on the wire and its dotted address, each made once.</summary>
/// <param name="Name">Content octets; not to be changed.</param>
sealed record KnownInstance(byte[] Name, string Address);
