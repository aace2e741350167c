using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Collectors.Snmp.Walking;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Snmp.Tests.Engine;

/// <summary>A device that answers every question just in time, and never comes to an end.</summary>
public sealed class SlowDeviceTests : IDisposable
{
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(3), Retries: 2) { Deadline = TimeSpan.FromSeconds(10) };
    readonly FakeTimeProvider _time = new(new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
    readonly ProfilePlans _plans = Plans.Of([.. Enumerable.Range(1, 300).Select(number => $"1.3.6.1.4.1.9999.{number}.0")], []);
    readonly ScriptedAgent _agent = new();
    readonly SnmpEngine _engine;
    readonly AgentLink _link;

    public SlowDeviceTests()
    {
        _engine = new(_time);
        _link = new(_agent.Address, new CommunitySecurity(SnmpVersion.V2c, "public"), new(0));
    }

    public void Dispose()
    {
        _engine.Dispose();
        _agent.Dispose();
    }

    [Fact]
    public async Task Holds_a_poll_no_longer_than_its_deadline_and_what_it_said_is_kept()
    {
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience);
        for (var exchange = 0; exchange < 4; exchange++)
        {
            var (question, from) = await _agent.NextAsync();
            _time.Advance(TimeSpan.FromSeconds(2.6));
            _agent.Send(Pdu.Response(question.RequestId, [.. question.Variables.Select(variable => variable with { Value = ObjectSyntax.Gauge32(7) })]), from);
        }

        var answered = Assert.IsType<PollOutcome.Answered>(await poll);

        Assert.True(answered.IsCutShort);
        Assert.Equal("partial", answered.Label);
        Assert.Equal(120, answered.Values.Length);
        Assert.Equal(301 - 120, answered.Faults.Length);
        Assert.False(_agent.HasQuestion);
    }

    [Fact]
    public async Task Is_silent_at_the_deadline_though_a_repetition_is_left()
    {
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience with { Deadline = TimeSpan.FromSeconds(4) });
        await _agent.NextAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        await _agent.NextAsync();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new PollOutcome.TimedOut(TimeSpan.FromSeconds(4)), await poll);
        Assert.False(_agent.HasQuestion);
    }
}
