using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>
/// One feed could not carry both at yesterday's peak: redundant on paper alone. Per phase, with the breaker derated,
/// on measured load and not on nameplates.
/// </summary>
public sealed class FailoverRule : AlarmRuleOf<FailoverLoad>
{
    /// <summary>Share of the survivor's rating for continuous load, where the breaker declares none.</summary>
    [Range(0.1, 1.0)]
    public double UsualDerating { get; init; } = 0.8;

    public override string Source => "2N by measured load: peak of A+B in one minute against the survivor's derated breaker";

    public override ImmutableArray<string> TextIds => ["alarm.failover"];

    public override Finding Judge(in FailoverLoad input, bool isAbnormal)
    {
        Finding? worst = null;
        var isUnknown = input.Phases.IsEmpty;
        foreach (var phase in input.Phases)
        {
            if (phase is not { PeakOfBoth: { } peak, SurvivorRating: { } rating })
            {
                isUnknown = true;
                continue;
            }

            // The habit of derating is one of breakers; what is made for a power carries it for hours.
            var limit = rating * (phase.Derating ?? (input.Quantity == Quantity.Current ? UsualDerating : 1));
            if (worst is not { } known || peak / limit > known.Value / known.Limit)
                worst = Finding.Of(peak > limit, peak, limit);
        }

        return worst is { Condition: AlarmCondition.Abnormal } overloaded ? overloaded
            : isUnknown ? Finding.Missing
            : worst ?? Finding.Missing;
    }

    public override AlarmText Explain(in FailoverLoad input, in Finding finding)
    {
        var value = finding.Value;
        var phase = input.Phases.FirstOrDefault(each => each.PeakOfBoth == value);
        return AlarmText.Of(
            "alarm.failover", TextArgument.OfName("lost", input.Lost), TextArgument.OfName("survivor", input.Survivor),
            TextArgument.OfName("phase", phase.Phase ?? ""), TextArgument.Of("peak", input.Quantity, value),
            TextArgument.Of("limit", input.Quantity, finding.Limit), TextArgument.OfShare("share", value / finding.Limit));
    }
}
