using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Walking;

namespace DcOps.Collectors.Snmp.Tests.Engine;

/// <summary>Every pair of authentication and privacy, against net-snmp's own daemon.</summary>
public sealed class EveryProtocolTests
{
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(2), Retries: 2);

    static readonly (AuthenticationProtocol Protocol, string Name)[] Digests =
    [
        (AuthenticationProtocol.Md5, "MD5"), (AuthenticationProtocol.Sha1, "SHA"), (AuthenticationProtocol.Sha224, "SHA-224"),
        (AuthenticationProtocol.Sha256, "SHA-256"), (AuthenticationProtocol.Sha384, "SHA-384"), (AuthenticationProtocol.Sha512, "SHA-512"),
    ];

    // net-snmp lengthens a short digest after Blumenthal; Reeder's way gives the same key where nothing has to be lengthened.
    static readonly (PrivacyProtocol Protocol, string Name)[] Ciphers =
    [
        (PrivacyProtocol.None, ""), (PrivacyProtocol.Aes128, "AES"), (PrivacyProtocol.Aes192, "AES-192"), (PrivacyProtocol.Aes256, "AES-256"),
    ];

    [Fact]
    public async Task Is_understood_and_read_twice()
    {
        var users = (from digest in Digests from cipher in Ciphers select (Name: $"{digest.Name}{cipher.Name}".Replace("-", "", StringComparison.Ordinal), digest, cipher)).ToList();
        await using var daemon = await SnmpDaemon.StartAsync([.. users.Select(user => (user.Name, user.digest.Name, user.cipher.Name))]);
        using var engine = new SnmpEngine(TimeProvider.System);
        var refused = new List<string>();
        foreach (var (name, digest, cipher) in users)
        {
            var user = new UsmUser(name, digest.Protocol, SnmpDaemon.Password, cipher.Protocol, SnmpDaemon.OtherPassword);
            var link = new AgentLink(daemon.Address, new UserSecurity(user, [], TimeProvider.System), new(0));
            var plan = Plans.Of(["1.3.6.1.2.1.1.5.0"], []).Regular;
            await engine.PollAsync(link, plan, Patience);
            if (await engine.PollAsync(link, plan, Patience) is not PollOutcome.Answered { Faults.IsEmpty: true } || user.Known.Count != 1)
                refused.Add(name);
        }

        Assert.Equal(24, users.Count);
        Assert.Empty(refused);
    }
}
