using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Phases of one feed, or feeds of one rack, that share the load unevenly.</summary>
public sealed class ImbalanceRule : AlarmRuleOf<PhaseCurrents>
{
    /// <summary>Greatest distance of a phase from the mean, over the mean.</summary>
    [Range(0.01, 3.0)]
    public required double Share { get; init; }

    [Range(0.0, 1.0)]
    public double Deadband { get; init; } = 0.02;

    /// <summary>Mean current over the rating below which an imbalance harms nobody.</summary>
    [Range(0.0, 1.0)]
    public double FromLoad { get; init; } = 0.3;

    public override string Source => "NEMA MG 1: greatest deviation from the mean over the mean";

    public override ImmutableArray<string> TextIds => ["alarm.imbalance"];

    public override Finding Judge(in PhaseCurrents input, bool isAbnormal)
    {
        if (input is not { First: { } first, Second: { } second, Third: { } third })
            return Finding.Missing;

        var mean = (first + second + third) / 3;
        if (mean <= 0 || mean < FromLoad * input.RatedAmperes)
            return Finding.Normal;

        var furthest = Math.Max(Math.Abs(first - mean), Math.Max(Math.Abs(second - mean), Math.Abs(third - mean)));
        return Finding.Above(furthest / mean, Share, Deadband, isAbnormal);
    }

    public override AlarmText Explain(in PhaseCurrents input, in Finding finding) => AlarmText.Of(
        "alarm.imbalance", TextArgument.OfShare("share", finding.Value), TextArgument.OfShare("limit", Share),
        TextArgument.Of("first", Quantity.Current, input.First), TextArgument.Of("second", Quantity.Current, input.Second),
        TextArgument.Of("third", Quantity.Current, input.Third));
}
