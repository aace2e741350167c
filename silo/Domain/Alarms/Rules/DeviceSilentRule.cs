using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A device that does not answer any more.</summary>
public sealed class DeviceSilentRule : AlarmRuleOf<Contact>
{
    /// <summary>Polls missed in a row.</summary>
    [Range(1, 1_000)]
    public int MissedPolls { get; init; } = 3;

    public override string Source => "Three missed polls to raise, one good one to return";

    public override ImmutableArray<string> TextIds => ["alarm.device-silent", "alarm.device-never-heard"];

    protected override Dependency UsualSymptomOf => Dependency.Power | Dependency.Data;

    protected override Dependency UsualCauseOf => Dependency.Data;

    public override Finding Judge(in Contact input, bool isAbnormal) => input.Judge(MissedPolls);

    public override AlarmText Explain(in Contact input, in Finding finding) => input.Explain(TextIds[0], TextIds[1]);
}
