using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Collectors.Snmp.Walking;
using Microsoft.Extensions.Time.Testing;
using Datagrams = DcOps.Collectors.Snmp.Tests.Codec.Datagrams;

namespace DcOps.Collectors.Snmp.Tests.Engine;

/// <summary>Every recorded datagram, crashing ones among them, as a device's answer: none is believed, none does harm.</summary>
public sealed class RecordedDatagramsTests : IDisposable
{
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(3), Retries: 2);
    readonly FakeTimeProvider _time = new();
    readonly ScriptedAgent _agent = new();
    readonly SnmpEngine _engine;

    public RecordedDatagramsTests() => _engine = new(_time);

    public void Dispose()
    {
        _engine.Dispose();
        _agent.Dispose();
    }

    [Fact]
    public async Task As_they_are_they_belong_to_no_question_and_the_right_answer_still_counts()
    {
        var poll = _engine.PollAsync(Link(), Plans.Of([], []).Regular, Patience);
        var (question, from) = await _agent.NextAsync();
        foreach (var (_, _, octets) in Datagrams.Recorded())
            _agent.Send(octets, from);
        _agent.Send(ScriptedAgent.UpTime(question, 42), from);

        var answered = Assert.IsType<PollOutcome.Answered>(await poll);

        Assert.Equal([RawValue.Of(Plans.SysUpTime, 42)], answered.Values);
    }

    [Theory]
    [InlineData(SnmpVersion.V2c)]
    [InlineData(SnmpVersion.V3)]
    public void With_the_question_s_own_id_they_have_an_outcome_and_are_not_believed_by_a_user(SnmpVersion version)
    {
        IMessageSecurity security = version == SnmpVersion.V3
            ? new UserSecurity(new("monitor", AuthenticationProtocol.Sha256, "authpass123"), [], _time)
            : new CommunitySecurity(version, "public");
        foreach (var (_, _, octets) in Datagrams.Recorded())
        {
            if (!MessageId.TryRead(octets, out var id))
                continue;

            var outcome = security.Open(octets.ToArray(), id, out _);

            Assert.True(Enum.IsDefined(outcome));
            Assert.False(version == SnmpVersion.V3 && outcome == OpenOutcome.Answer);
        }
    }

    [Fact]
    public void With_any_bit_changed_they_have_an_outcome_and_their_values_an_end()
    {
        var values = new ValueList();
        foreach (var (_, frame, octets) in Datagrams.Recorded())
        {
            for (var at = frame % 7; at < octets.Length; at += 7)
            {
                var changed = octets.ToArray();
                changed[at] ^= (byte)(1 << (at % 8));
                if (CommunityMessage.Decode(changed, out var message) != DecodeOutcome.Decoded)
                    continue;

                foreach (var variable in message.Pdu.Variables)
                    values.Add("any", variable);
                values.Clear();
            }
        }
    }

    AgentLink Link() => new(_agent.Address, new CommunitySecurity(SnmpVersion.V2c, "public"), new(0));
}
