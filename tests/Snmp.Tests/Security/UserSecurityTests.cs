using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Snmp.Tests.Security;

/// <summary>Both sides of USM, ours and an agent's, exchanging datagrams without a network.</summary>
public sealed class UserSecurityTests
{
    static readonly ObjectIdentifier SysUpTime = ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0");
    static readonly UsmUser User = new("monitor", AuthenticationProtocol.Sha256, "authpass123", PrivacyProtocol.Aes128, "privpass123");
    readonly FakeTimeProvider _time = new();
    readonly UserSecurity _security;

    public UserSecurityTests() => _security = new(User, [], _time);

    [Fact]
    public void Asks_who_is_there_once_and_then_reads_in_one_exchange()
    {
        var agent = Agent(engine: 1);

        Assert.Equal([OpenOutcome.AskAgain, OpenOutcome.Answer], Read(agent));
        Assert.Equal([OpenOutcome.Answer], Read(agent));
    }

    [Fact]
    public void Keeps_to_the_device_s_clock_over_a_month()
    {
        var agent = Agent(engine: 1);
        Read(agent);

        _time.Advance(TimeSpan.FromDays(30));

        Assert.Equal([OpenOutcome.Answer], Read(agent));
    }

    [Fact]
    public void Learns_the_clock_of_a_device_that_restarted()
    {
        var agent = Agent(engine: 1);
        Read(agent);
        _time.Advance(TimeSpan.FromDays(30));

        agent.Reboot();

        Assert.Equal([OpenOutcome.AskAgain, OpenOutcome.Answer], Read(agent));
        Assert.Equal([OpenOutcome.Answer], Read(agent));
        Assert.Equal(0, _security.Replacements);
    }

    [Fact]
    public void Takes_a_device_that_forgot_its_boots_for_a_replaced_card_and_goes_on()
    {
        var agent = Agent(engine: 1);
        agent.Reboot(boots: 40);
        Read(agent);

        agent.Reboot(boots: 1);

        Assert.Equal([OpenOutcome.AskAgain, OpenOutcome.Answer], Read(agent));
        Assert.Equal(1, _security.Replacements);
    }

    [Fact]
    public void Takes_another_engine_for_a_replaced_card_and_goes_on()
    {
        Read(Agent(engine: 1));
        var replacement = Agent(engine: 2);

        Assert.Equal([OpenOutcome.AskAgain, OpenOutcome.Answer], Read(replacement));
        Assert.Equal([OpenOutcome.Answer], Read(replacement));
        Assert.Equal(1, _security.Replacements);
    }

    [Fact]
    public void Believes_no_answer_whose_octets_were_changed_on_the_way()
    {
        var agent = Agent(engine: 1);
        Read(agent);
        var answer = Exchange(agent, id: 7);

        for (var at = 0; at < answer.Length; at++)
        {
            var changed = answer.ToArray();
            changed[at] ^= 0x01;

            Assert.NotEqual(OpenOutcome.Answer, _security.Open(changed, 7, out _));
        }

        Assert.Equal(OpenOutcome.Answer, _security.Open(answer, 7, out _));
    }

    [Fact]
    public void Believes_no_answer_older_than_the_time_window()
    {
        var agent = Agent(engine: 1);
        Read(agent);
        var recorded = Exchange(agent, id: 7);
        _time.Advance(TimeSpan.FromSeconds(151));
        Read(agent);

        Assert.Equal(OpenOutcome.NotAuthentic, _security.Open(recorded, 7, out _));
        Assert.Equal("answer outside the time window", _security.Reason);
    }

    [Fact]
    public void Believes_no_answer_without_the_privacy_that_was_asked_for()
    {
        Read(Agent(engine: 1));
        var careless = new UserAgent(EngineId(1), new("monitor", AuthenticationProtocol.Sha256, "authpass123"), Objects(), _time);
        var buffer = new byte[2_048];
        var plain = new UserSecurity(new("monitor", AuthenticationProtocol.Sha256, "authpass123"), [], _time);
        Read(careless, plain);
        var response = new byte[2_048];
        var length = careless.Answer(plain.Seal(new(PduKind.GetRequest, [SysUpTime]), 7, buffer), response);

        Assert.Equal(OpenOutcome.NotAuthentic, _security.Open(response.AsSpan(0, length), 7, out _));
        Assert.Equal("answer below the security level of the question", _security.Reason);
    }

    [Theory]
    [InlineData("intruder", "authpass123", "unknown-user")]
    [InlineData("monitor", "other-password", "wrong-digest")]
    public void Says_why_a_device_refuses(string name, string password, string reason)
    {
        var security = new UserSecurity(
            new(name, AuthenticationProtocol.Sha256, password, PrivacyProtocol.Aes128, "privpass123"), [], _time);

        Assert.Equal([OpenOutcome.AskAgain, OpenOutcome.Refused], Read(Agent(engine: 1), security));
        Assert.Equal(reason, security.Reason);
    }

    [Fact]
    public void Never_uses_a_salt_twice()
    {
        Read(Agent(engine: 1));
        var salts = new HashSet<string>();
        for (var id = 1; id <= 100; id++)
        {
            Assert.Equal(DecodeOutcome.Decoded, UserMessage.Decode(Question(_security, id), out var message));
            Assert.True(salts.Add(Convert.ToHexString(message.Security.Privacy)));
        }
    }

    [Fact]
    public void Cut_short_anywhere_is_no_answer()
    {
        var agent = Agent(engine: 1);
        Read(agent);
        var answer = Exchange(agent, id: 7);

        for (var length = 0; length < answer.Length; length++)
            Assert.Equal(OpenOutcome.Malformed, _security.Open(answer.AsSpan(0, length).ToArray(), 7, out _));
    }

    UserAgent Agent(byte engine) => new(EngineId(engine), User, Objects(), _time);

    static byte[] EngineId(byte engine) => [0x80, 0x00, 0xAB, 0xCD, 0x05, engine];

    static ObjectTree Objects() => new([(SysUpTime, () => ObjectSyntax.TimeTicks(4200))]);

    static byte[] Question(UserSecurity security, int id)
    {
        var buffer = new byte[2_048];
        return security.Seal(new(PduKind.GetRequest, [SysUpTime]), id, buffer).ToArray();
    }

    byte[] Exchange(UserAgent agent, int id, UserSecurity? security = null)
    {
        var response = new byte[2_048];
        var length = agent.Answer(Question(security ?? _security, id), response);
        return response[..length];
    }

    // Asks until the device answers or refuses, five times at most.
    List<OpenOutcome> Read(UserAgent agent, UserSecurity? security = null)
    {
        var outcomes = new List<OpenOutcome>();
        do
            outcomes.Add((security ?? _security).Open(Exchange(agent, outcomes.Count + 1, security), outcomes.Count + 1, out _));
        while (outcomes[^1] == OpenOutcome.AskAgain && outcomes.Count < 5);
        return outcomes;
    }
}
