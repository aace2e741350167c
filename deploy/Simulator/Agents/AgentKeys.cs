using DcOps.Collectors.Snmp.Security;

namespace DcOps.Simulator.Agents;

/// <summary>
/// What a collector must know to read the played devices. They are written into the site's configuration in clear: the
/// devices exist on this machine's loopback alone.
/// </summary>
/// <param name="Community">Of the v2c devices.</param>
/// <param name="User">Of the v3 devices: authPriv with SHA-256 and AES-128.</param>
public sealed record AgentKeys(string Community, string User, string AuthenticationPassword, string PrivacyPassword)
{
    public static AgentKeys Default { get; } = new("simulator", "monitor", "simulated-auth", "simulated-priv");

    public UsmUser ToUser() =>
        new(User, AuthenticationProtocol.Sha256, AuthenticationPassword, PrivacyProtocol.Aes128, PrivacyPassword);
}
