using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;
using Datagrams = DcOps.Collectors.Snmp.Tests.Codec.Datagrams;

namespace DcOps.Collectors.Snmp.Tests.Walking;

/// <summary>A walk against an agent that is a function: no socket, no clock.</summary>
sealed class WalkRun(ProfilePlans plans, SnmpVersion version = SnmpVersion.V2c)
{
    public PollPlan Plan => plans.Regular;

    public LearnedLimits Limits { get; } = new(plans.Columns);

    /// <summary>What was asked in the last poll.</summary>
    public List<Pdu> Asked { get; } = [];

    public PollWalk Walk { get; } = new();

    public (ImmutableArray<RawValue> Values, ImmutableArray<WalkFault> Faults) Poll(Func<Pdu, Pdu?> agent, PollPlan? plan = null)
    {
        var security = new CommunitySecurity(version, "public");
        var buffer = new byte[8_192];
        Asked.Clear();
        Walk.Begin(plan ?? plans.Regular, Limits, version);
        for (var id = 1; Walk.TryCompose(); id++)
        {
            var request = Datagrams.Decode(security.Seal(Walk.Question, id, buffer)).Pdu!;
            Asked.Add(request);
            var response = Datagrams.Encode(version, "public", agent(request)!);
            Assert.Equal(OpenOutcome.Answer, security.Open(response, id, out var pdu));
            Walk.Accept(pdu);
        }

        return Walk.Finish();
    }
}
