using System.Net;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Collectors.Snmp.Walking;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Snmp.Tests.Engine;

/// <summary>The engine on real sockets, against an agent that misbehaves as it is told; time moves only when the test moves it.</summary>
public sealed class SnmpEngineTests : IDisposable
{
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(3), Retries: 2);
    readonly FakeTimeProvider _time = new(new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
    readonly ProfilePlans _plans = Plans.Of([], []);
    readonly ScriptedAgent _agent = new();
    readonly SnmpEngine _engine;
    readonly AgentLink _link;

    public SnmpEngineTests()
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
    public async Task Gives_what_the_device_said_and_when()
    {
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience);
        var (question, from) = await _agent.NextAsync();
        _agent.Send(ScriptedAgent.UpTime(question), from);

        var answered = Assert.IsType<PollOutcome.Answered>(await poll);

        Assert.Equal(_time.GetUtcNow(), answered.ObservedAt);
        Assert.Equal([RawValue.Of(Plans.SysUpTime, 4200)], answered.Values);
        Assert.Equal(TimeSpan.FromSeconds(42), answered.UpTime);
        Assert.Equal("answered", answered.Label);
    }

    [Fact]
    public async Task Asks_three_times_and_then_says_that_the_device_is_silent()
    {
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience);
        var ids = new List<int>();
        for (var send = 0; send < 3; send++)
        {
            ids.Add((await _agent.NextAsync()).Question.RequestId);
            _time.Advance(Patience.Timeout);
        }

        var outcome = await poll;

        Assert.Equal(new PollOutcome.TimedOut(TimeSpan.FromSeconds(9)), outcome);
        Assert.Single(ids.Distinct());
        Assert.False(_agent.HasQuestion);
    }

    [Fact]
    public async Task Takes_the_late_answer_to_a_question_that_it_has_repeated()
    {
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience);
        var (first, from) = await _agent.NextAsync();
        _time.Advance(Patience.Timeout);
        await _agent.NextAsync();

        _agent.Send(ScriptedAgent.UpTime(first), from);

        Assert.IsType<PollOutcome.Answered>(await poll);
    }

    [Fact]
    public async Task Drops_a_duplicate_and_an_answer_that_comes_after_its_time()
    {
        var dropped = SnmpMetrics.DroppedDatagrams.WithLabels("late").Value;
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience);
        var (question, from) = await _agent.NextAsync();
        _agent.Send(ScriptedAgent.UpTime(question, 1), from);
        _agent.Send(ScriptedAgent.UpTime(question, 2), from);
        var first = Assert.IsType<PollOutcome.Answered>(await poll);
        var next = _engine.PollAsync(_link, _plans.Regular, Patience);
        var (following, _) = await _agent.NextAsync();
        _agent.Send(ScriptedAgent.UpTime(question, 3), from);
        _agent.Send(ScriptedAgent.UpTime(following, 4), from);

        var second = Assert.IsType<PollOutcome.Answered>(await next);

        Assert.Equal([RawValue.Of(Plans.SysUpTime, 1)], first.Values);
        Assert.Equal([RawValue.Of(Plans.SysUpTime, 4)], second.Values);
        Assert.Equal(dropped + 2, SnmpMetrics.DroppedDatagrams.WithLabels("late").Value);
    }

    [Fact]
    public async Task Believes_no_answer_from_another_address()
    {
        var dropped = SnmpMetrics.DroppedDatagrams.WithLabels("foreign-address").Value;
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience);
        var (question, from) = await _agent.NextAsync();
        _agent.SendFromAnotherPort(ScriptedAgent.UpTime(question, 666), from);
        _agent.Send(ScriptedAgent.UpTime(question, 1), from);

        var answered = Assert.IsType<PollOutcome.Answered>(await poll);

        Assert.Equal([RawValue.Of(Plans.SysUpTime, 1)], answered.Values);
        Assert.Equal(dropped + 1, SnmpMetrics.DroppedDatagrams.WithLabels("foreign-address").Value);
    }

    [Fact]
    public async Task Says_what_is_wrong_when_only_garbage_came_back()
    {
        var poll = _engine.PollAsync(_link, _plans.Regular, Patience with { Retries = 0 });
        var (question, from) = await _agent.NextAsync();
        var garbled = Tests.Codec.Datagrams.Encode(SnmpVersion.V2c, "public", ScriptedAgent.UpTime(question));
        garbled[^4] = 0x5E;
        _agent.Send(garbled, from);
        _agent.Send([0x30, 0x03, 0x02, 0x01], from);
        var other = new AgentLink(_agent.Address, new CommunitySecurity(SnmpVersion.V2c, "public"), new(0));
        var behind = _engine.PollAsync(other, _plans.Regular, Patience);
        var (marker, _) = await _agent.NextAsync();
        _agent.Send(ScriptedAgent.UpTime(marker), from);
        await behind;
        _time.Advance(Patience.Timeout);

        var unusable = Assert.IsType<PollOutcome.Unusable>(await poll);

        Assert.Equal("UnexpectedTag", unusable.Reason);
    }

    [Fact]
    public async Task Keeps_what_was_said_when_the_device_falls_silent_on_the_way()
    {
        const string column = "1.3.6.1.4.1.318.1.1.26.6.3.1.5";
        var plans = Plans.Of(["1.3.6.1.4.1.318.1.1.26.1.1.1"], [column]);
        var link = new AgentLink(_agent.Address, new CommunitySecurity(SnmpVersion.V2c, "public"), new(1));
        var poll = _engine.PollAsync(link, plans.Regular, Patience with { Retries = 0 });
        var (question, from) = await _agent.NextAsync();
        _agent.Send(ScriptedAgent.UpTime(question), from);
        while ((await _agent.NextAsync()).Question is { Kind: not PduKind.GetBulkRequest } rest)
            _agent.Send(Pdu.Response(rest.RequestId, [.. rest.Variables.Select(variable => variable with { Value = ObjectSyntax.NoSuchObject })]), from);
        _time.Advance(Patience.Timeout);

        var answered = Assert.IsType<PollOutcome.Answered>(await poll);

        Assert.Equal("partial", answered.Label);
        Assert.Contains(RawValue.Of(Plans.SysUpTime, 4200), answered.Values);
        Assert.Equal([new(ObjectIdentifier.Parse(column), WalkFaultKind.NotAnswered)], answered.Faults);
    }

    [Fact]
    public async Task Does_not_let_a_silent_device_delay_another()
    {
        var silent = new IPEndPoint(IPAddress.Loopback, Testing.FreePort.Udp());
        var stuck = Enumerable.Range(0, 500)
            .Select(_ => _engine.PollAsync(
                new(silent, new CommunitySecurity(SnmpVersion.V2c, "public"), new(0)), _plans.Regular, Patience))
            .ToArray();

        var poll = _engine.PollAsync(_link, _plans.Regular, Patience);
        var (question, from) = await _agent.NextAsync();
        _agent.Send(ScriptedAgent.UpTime(question), from);

        Assert.IsType<PollOutcome.Answered>(await poll);
        Assert.All(stuck, task => Assert.False(task.IsCompleted));
    }
}
