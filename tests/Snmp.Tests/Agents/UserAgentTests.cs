using System.Net;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Tests.Agents;

/// <summary>net-snmp's own client is the judge of our keys, digests and ciphers.</summary>
public sealed class UserAgentTests
{
    const string Password = "authpass123";
    const string OtherPassword = "privpass123";
    static readonly byte[] EngineId = Convert.FromHexString("8000ABCD05010203040506");

    [Theory]
    [InlineData(AuthenticationProtocol.Md5, "MD5", PrivacyProtocol.Aes128, "AES")]
    [InlineData(AuthenticationProtocol.Sha1, "SHA", PrivacyProtocol.Aes128, "AES")]
    [InlineData(AuthenticationProtocol.Sha224, "SHA-224", PrivacyProtocol.Aes128, "AES")]
    [InlineData(AuthenticationProtocol.Sha256, "SHA-256", PrivacyProtocol.Aes128, "AES")]
    [InlineData(AuthenticationProtocol.Sha384, "SHA-384", PrivacyProtocol.Aes192, "AES-192")]
    [InlineData(AuthenticationProtocol.Sha512, "SHA-512", PrivacyProtocol.Aes256, "AES-256")]
    [InlineData(AuthenticationProtocol.Sha1, "SHA", PrivacyProtocol.Aes256, "AES-256")]
    [InlineData(AuthenticationProtocol.Sha1, "SHA", PrivacyProtocol.Aes192Reeder, "AES-192-C")]
    [InlineData(AuthenticationProtocol.Sha1, "SHA", PrivacyProtocol.Aes256Reeder, "AES-256-C")]
    public async Task Understands_net_snmp_in_every_protocol(
        AuthenticationProtocol authentication, string authenticationName, PrivacyProtocol privacy, string privacyName)
    {
        await using var agent = Agent(new("monitor", authentication, Password, privacy, OtherPassword));

        var printed = await NetSnmp.RunAsync(
            "snmpget", agent.Address, "-v3", "-u", "monitor", "-l", "authPriv", "-a", authenticationName, "-A", Password,
            "-x", privacyName, "-X", OtherPassword, ".1.3.6.1.2.1.1.3.0");

        Assert.Equal([".1.3.6.1.2.1.1.3.0 = Timeticks: (4200) 0:00:42.00"], printed);
    }

    [Fact]
    public async Task Understands_net_snmp_without_privacy_and_without_either()
    {
        await using var signed = Agent(new("monitor", AuthenticationProtocol.Sha256, Password));
        await using var open = Agent(new("monitor"));

        var ofSigned = await NetSnmp.RunAsync(
            "snmpget", signed.Address, "-v3", "-u", "monitor", "-l", "authNoPriv", "-a", "SHA-256", "-A", Password, ".1.3.6.1.2.1.1.3.0");
        var ofOpen = await NetSnmp.RunAsync(
            "snmpget", open.Address, "-v3", "-u", "monitor", "-l", "noAuthNoPriv", ".1.3.6.1.2.1.1.3.0");

        Assert.Equal([".1.3.6.1.2.1.1.3.0 = Timeticks: (4200) 0:00:42.00"], ofSigned);
        Assert.Equal(ofSigned, ofOpen);
    }

    [Fact]
    public async Task Tells_net_snmp_that_its_password_is_wrong()
    {
        await using var agent = Agent(new("monitor", AuthenticationProtocol.Sha256, Password));

        var printed = await NetSnmp.RunAsync(
            "snmpget", agent.Address, "-v3", "-u", "monitor", "-l", "authNoPriv", "-a", "SHA-256", "-A", "another-one", ".1.3.6.1.2.1.1.3.0");

        Assert.Equal(
            ["snmpget: Authentication failure (incorrect password, community or key)"],
            printed);
    }

    static AgentSocket Agent(UsmUser user) => new(
        new(IPAddress.Loopback, 0),
        new UserAgent(
            EngineId,
            user,
            new ObjectTree([(ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0"), () => ObjectSyntax.TimeTicks(4200))]),
            TimeProvider.System));
}
