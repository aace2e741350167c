using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A facility whose PUE moved away from its own of the same weather (能效告警). Compares figures of one category over periods.</summary>
public sealed class PueDriftRule : AlarmRuleOf<PueComparison>
{
    /// <summary>How much worse it may become.</summary>
    [Range(0.001, 1.0)]
    public required double Rise { get; init; }

    [Range(0.0, 0.1)]
    public double Deadband { get; init; } = 0.005;

    /// <summary>Least completeness of both figures; below it nothing is concluded.</summary>
    [Range(0.5, 1.0)]
    public double FromCompleteness { get; init; } = 0.9;

    public override string Source => "ISO/IEC 30134-2 interim PUE against the same facility's own";

    public override ImmutableArray<string> TextIds => ["alarm.pue-drift"];

    public override Finding Judge(in PueComparison input, bool isAbnormal) =>
        input is not { Present: { } present, Baseline: { } baseline } || input.Completeness < FromCompleteness
            ? Finding.Missing
            : Finding.Above(present, baseline + Rise, Deadband, isAbnormal);

    public override AlarmText Explain(in PueComparison input, in Finding finding) => AlarmText.Of(
        "alarm.pue-drift", TextArgument.OfNumber("present", input.Present), TextArgument.OfNumber("baseline", input.Baseline),
        TextArgument.OfNumber("rise", input.Present - input.Baseline), TextArgument.OfNumber("limit", Rise));
}
