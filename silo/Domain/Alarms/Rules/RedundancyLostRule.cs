using DcOps.Domain.Alarms.Watching;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A group of units that backs each other up and has lost one: still running, and one failure from the end.</summary>
public sealed class RedundancyLostRule : AlarmRuleOf<RedundantGroup>
{
    /// <summary>When fewer work than are needed.</summary>
    public AlarmPriority FailedPriority { get; init; } = AlarmPriority.Critical;

    /// <summary>
    /// Plant units that back each other up; the supplies of racks and the UPS that feed one thing together where left out.
    /// </summary>
    public ImmutableArray<RedundantUnits> Groups { get; init; } = [];

    public override string Source => "ISA-18.2 logic alarm; one lost is degraded, all spares and one lost is an outage";

    public override ImmutableArray<string> TextIds => ["alarm.redundancy.lost", "alarm.redundancy.failed"];

    public override Finding Judge(in RedundantGroup input, bool isAbnormal)
    {
        var possible = input.Working + input.Unknown;
        return possible < input.Needed ? Finding.Of(true, input.Working, input.Needed, FailedPriority)
            : possible < input.Installed ? Finding.Of(true, input.Working, input.Installed)
            : input.Unknown > 0 ? Finding.Missing
            : Finding.Of(false, input.Working, input.Installed);
    }

    public override AlarmText Explain(in RedundantGroup input, in Finding finding) => AlarmText.Of(
        finding.Priority == FailedPriority ? "alarm.redundancy.failed" : "alarm.redundancy.lost",
        TextArgument.OfName("group", input.Name), TextArgument.OfNumber("working", input.Working),
        TextArgument.OfNumber("installed", input.Installed), TextArgument.OfNumber("needed", input.Needed));
}
