using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>How one poll ended. Silence and refusal are everyday answers here, not exceptions.</summary>
public abstract record PollOutcome
{
    PollOutcome()
    {
    }

    /// <summary>The word that counts it in <c>dcops_collector_polls_total</c>.</summary>
    public abstract string Label { get; }

    /// <param name="Values">As the device said them, sysUpTime among them; an address appears once.</param>
    /// <param name="UpTime">Since the device's agent started; null when it did not say.</param>
    /// <param name="Faults">Objects that it could not tell; empty in a good poll.</param>
    public sealed record Answered(
        DateTimeOffset ObservedAt, ImmutableArray<RawValue> Values, TimeSpan? UpTime, ImmutableArray<WalkFault> Faults)
        : PollOutcome
    {
        /// <summary>Whether the device fell silent on the way, or took too long: not everything has been asked.</summary>
        public bool IsCutShort { get; init; }

        public override string Label => Faults.IsEmpty ? "answered" : "partial";
    }

    /// <summary>No answer at all: device, network, or a community that the agent does not know, which it never tells.</summary>
    /// <param name="After">From the first question to giving up.</param>
    public sealed record TimedOut(TimeSpan After) : PollOutcome
    {
        public override string Label => "timed-out";
    }

    /// <summary>The device answered that it will not: wrong user, password or context, or an error for everything asked.</summary>
    public sealed record Refused(string Reason) : PollOutcome
    {
        public override string Label => "refused";
    }

    /// <summary>Only answers that cannot be read, or not be proven to come from the device.</summary>
    public sealed record Unusable(string Reason) : PollOutcome
    {
        public override string Label => "unusable";
    }

    /// <summary>Our own network refuses to send there.</summary>
    public sealed record Unreachable(string Reason) : PollOutcome
    {
        public override string Label => "unreachable";
    }
}
