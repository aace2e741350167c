using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A collector that does not report any more: everything behind it goes unseen.</summary>
public sealed class CollectorSilentRule : AlarmRuleOf<Contact>
{
    /// <summary>Reports missed in a row.</summary>
    [Range(1, 1_000)]
    public int MissedReports { get; init; } = 6;

    public override string Source => "A collector reports every few seconds, whatever its devices do";

    public override ImmutableArray<string> TextIds => ["alarm.collector-silent", "alarm.collector-never-heard"];

    protected override Dependency UsualSymptomOf => Dependency.Power | Dependency.Data;

    protected override Dependency UsualCauseOf => Dependency.Data;

    public override Finding Judge(in Contact input, bool isAbnormal) => input.Judge(MissedReports);

    public override AlarmText Explain(in Contact input, in Finding finding) => input.Explain(TextIds[0], TextIds[1]);
}
