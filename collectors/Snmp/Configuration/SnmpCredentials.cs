using System.Text;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>Credentials with their secrets read; makes every device that uses them its own session.</summary>
/// <param name="Community">Null for v3.</param>
/// <param name="User">Null for v1 and v2c.</param>
sealed record SnmpCredentials(SnmpVersion Version, string? Community, UsmUser? User, string Context)
{
    /// <summary>As the configuration names the set.</summary>
    public string Name { get; init; } = "";

    public IMessageSecurity Session(TimeProvider time) => User is null
        ? new CommunitySecurity(Version, Community!)
        : new UserSecurity(User, Encoding.UTF8.GetBytes(Context), time);

    // A record would print the community.
    public override string ToString() => Version.ToString();
}
