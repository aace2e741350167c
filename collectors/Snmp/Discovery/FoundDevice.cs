using System.Net;

namespace DcOps.Collectors.Snmp.Discovery;

/// <summary>An SNMP agent that has answered a sweep.</summary>
/// <param name="Credentials">Name of the set that it answered to; the last tried when it refused them all.</param>
/// <param name="SystemObjectId">sysObjectID; empty when it did not say.</param>
/// <param name="SystemName">sysName; empty when it did not say.</param>
/// <param name="SystemDescription">sysDescr; empty when it did not say.</param>
/// <param name="Profile">Name of the profile for it; null when none recognises it, or when it refused.</param>
/// <param name="Refusal">Why it refused every set of credentials; null when it did not.</param>
public sealed record FoundDevice(
    IPEndPoint Address,
    string Credentials,
    string SystemObjectId,
    string SystemName,
    string SystemDescription,
    string? Profile,
    string? Refusal);
