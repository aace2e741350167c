using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>
/// A value unlike its own history at the same load, hour and weather. The band that was expected is part of the alarm, and
/// with too little history the rule says nothing.
/// </summary>
public sealed class AnomalyRule : AlarmRuleOf<ExpectedValue>
{
    public AnomalySubject Subject { get; init; }

    /// <summary>Unit of the values; powers are what history keeps.</summary>
    public Quantity Quantity { get; init; } = Quantity.ActivePower;

    /// <summary>Like moments that the history must hold.</summary>
    [Range(10, 100_000)]
    public int FromSamples { get; init; } = 30;

    /// <summary>How far inside the band it must come back, over the band's width.</summary>
    [Range(0.0, 0.5)]
    public double DeadbandShare { get; init; } = 0.1;

    public override string Source => "Median and median deviation of like moments; no model that cannot be shown";

    public override ImmutableArray<string> TextIds => ["alarm.anomaly.high", "alarm.anomaly.low"];

    public override Finding Judge(in ExpectedValue input, bool isAbnormal)
    {
        if (input is not { Value: { } value, Band: { } band } || band.Samples < FromSamples)
            return Finding.Missing;

        var deadband = (band.High - band.Low) * DeadbandShare;
        return value >= band.Median
            ? Finding.Above(value, band.High, deadband, isAbnormal)
            : Finding.Below(value, band.Low, deadband, isAbnormal);
    }

    public override AlarmText Explain(in ExpectedValue input, in Finding finding)
    {
        var band = input.Band!.Value;
        return AlarmText.Of(
            finding.Value >= band.Median ? TextIds[0] : TextIds[1], TextArgument.OfName("name", input.Point.Device),
            TextArgument.OfTerm("quantity", $"quantity.{KebabCase.Of(Quantity)}"),
            TextArgument.Of("value", Quantity, finding.Value), TextArgument.Of("low", Quantity, band.Low),
            TextArgument.Of("high", Quantity, band.High), TextArgument.Of("median", Quantity, band.Median),
            TextArgument.OfNumber("samples", band.Samples));
    }
}
