using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A leak rope or water detector that is wet.</summary>
public sealed class LeakRule : PointRule
{
    public override string Source => "The detector's own contact; no delay";

    public override ImmutableArray<string> TextIds => ["alarm.leak"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.Condition];

    public override bool Concerns(in PointView view) => view.Reading.Point.Part == PartKind.Leak;

    public override Finding Judge(in PointView input, bool isAbnormal) => ConditionRule.CodeOf(input) switch
    {
        ConditionCode.Ok => Finding.Normal,
        ConditionCode.Warning or ConditionCode.Critical => Finding.Of(true),
        _ => Finding.Missing,
    };

    public override AlarmText Explain(in PointView input, in Finding finding) =>
        AlarmText.Of("alarm.leak", TextArgument.OfName("point", input.Reading.Point.ToString()));
}
