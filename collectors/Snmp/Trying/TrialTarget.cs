using System.Net;
using System.Text;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Trying;

/// <summary>A device that a profile is tried on, and how it is spoken to.</summary>
/// <param name="Community">Null for v3.</param>
/// <param name="User">Null for v1 and v2c.</param>
public sealed record TrialTarget(IPEndPoint Address, SnmpVersion Version, string? Community, UsmUser? User, string Context)
{
    internal IMessageSecurity Session(TimeProvider time) => User is null
        ? new CommunitySecurity(Version, Community ?? "")
        : new UserSecurity(User, Encoding.UTF8.GetBytes(Context), time);

    // A record would print the community.
    public override string ToString() => $"{Address} by {Version}";
}
