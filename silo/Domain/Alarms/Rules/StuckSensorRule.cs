using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A sensor that says the same number for longer than the real world stands still.</summary>
public sealed class StuckSensorRule : AlarmRuleOf<SensorStretch>
{
    public required Quantity Quantity { get; init; }

    /// <summary>How long a value may stand still.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00", ErrorMessage = "must be from 00:01:00 to 365.00:00:00.")]
    public required TimeSpan Longest { get; init; }

    public override string Source => "Accuracy of GB/T 36344: a live quantity moves by more than its resolution";

    public override ImmutableArray<string> TextIds => ["alarm.stuck-sensor"];

    public override Finding Judge(in SensorStretch input, bool isAbnormal) => input.Value is null
        ? Finding.Missing
        : Finding.Of(input.Unchanged > Longest, input.Value);

    public override AlarmText Explain(in SensorStretch input, in Finding finding) => AlarmText.Of(
        "alarm.stuck-sensor", TextArgument.OfTerm("quantity", $"quantity.{KebabCase.Of(Quantity)}"),
        TextArgument.Of("value", Quantity, finding.Value), TextArgument.Of("unchanged", input.Unchanged));
}
