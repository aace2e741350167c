using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A point that reports and has no usable value: "not available", or out of the possible. Missing is a state of its own.</summary>
public sealed class MissingValueRule : PointRule
{
    /// <summary>Quantities that somebody counts on.</summary>
    public required ImmutableArray<Quantity> Of { get; init; }

    public override string Source => "Data that is missing is neither normal nor abnormal";

    public override ImmutableArray<string> TextIds => ["alarm.missing-value"];

    public override ImmutableArray<Quantity> Quantities => Of;

    public override Finding Judge(in PointView input, bool isAbnormal) => Finding.Of(input.Value is null);

    public override AlarmText Explain(in PointView input, in Finding finding) =>
        AlarmText.Of("alarm.missing-value", TextArgument.OfName("point", input.Reading.Point.ToString()));
}
