using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A year that will end above its limit if it goes on like this (能效告警). Warned while something can still be done.</summary>
public sealed class PueForecastRule : AlarmRuleOf<PueForecast>
{
    /// <summary>When even the best end of the band is above the limit.</summary>
    public AlarmPriority CertainPriority { get; init; } = AlarmPriority.Major;

    [Range(0.0, 0.1)]
    public double Deadband { get; init; } = 0.005;

    public override string Source => "Limit of the rule pack in force, with its id; forecast from the year so far and last year's remainder";

    public override ImmutableArray<string> TextIds => ["alarm.pue-forecast", "alarm.pue-forecast-certain"];

    public override Finding Judge(in PueForecast input, bool isAbnormal)
    {
        if (input is not { Expected: { } expected, Limit: { } limit })
            return Finding.Missing;

        var finding = Finding.Above(expected, limit, Deadband, isAbnormal);
        return finding.Condition == AlarmCondition.Abnormal && input.Low > limit
            ? finding with { Priority = (AlarmPriority)Math.Max((byte)CertainPriority, (byte)Priority) }
            : finding;
    }

    public override AlarmText Explain(in PueForecast input, in Finding finding) => AlarmText.Of(
        finding.Priority is null ? TextIds[0] : TextIds[1], TextArgument.OfNumber("expected", input.Expected),
        TextArgument.OfNumber("low", input.Low), TextArgument.OfNumber("high", input.High), TextArgument.OfNumber("limit", input.Limit),
        TextArgument.OfName("rule", input.LimitSource));
}
