using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Tests.Security;

public sealed class MacLengthTests
{
    /// <summary>RFC 3414 section 6 and 7, RFC 7860 section 4.2.</summary>
    [Theory, Trait("Vector", "S14")]
    [InlineData(AuthenticationProtocol.Md5, 12)]
    [InlineData(AuthenticationProtocol.Sha1, 12)]
    [InlineData(AuthenticationProtocol.Sha224, 16)]
    [InlineData(AuthenticationProtocol.Sha256, 24)]
    [InlineData(AuthenticationProtocol.Sha384, 32)]
    [InlineData(AuthenticationProtocol.Sha512, 48)]
    public void A_message_carries_as_many_octets_of_its_digest_as_the_standard_says(AuthenticationProtocol protocol, int length)
    {
        byte[] engineId = [0x80, 0x00, 0xAB, 0xCD, 0x05, 1];
        var user = new UsmUser("monitor", protocol, "authpass123");
        var security = new UserSecurity(user, [], TimeProvider.System);
        var agent = new UserAgent(engineId, user, new ObjectTree([]), TimeProvider.System);
        var response = new byte[2_048];
        var discovered = agent.Answer(Question(security), response);
        security.Open(response.AsSpan(0, discovered), 1, out _);

        Assert.Equal(DecodeOutcome.Decoded, UserMessage.Decode(Question(security), out var message));
        Assert.Equal(length, message.Security.Authentication.Length);
    }

    static byte[] Question(UserSecurity security) =>
        security.Seal(new(PduKind.GetRequest, [ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0")]), 1, new byte[2_048]).ToArray();
}
