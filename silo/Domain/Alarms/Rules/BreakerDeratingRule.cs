using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>
/// A breaker that carries for hours more than its rating allows for hours: it holds its rating for a while only, and less where it is warm.
/// </summary>
public sealed class BreakerDeratingRule : PointRule
{
    /// <summary>Share of the rating for continuous load, where the breaker declares none of its own.</summary>
    [Range(0.1, 1.0)]
    public double UsualDerating { get; init; } = 0.8;

    [Range(0.0, 0.5)]
    public double DeadbandShare { get; init; } = 0.02;

    public override string Source => "Continuous load of a breaker: 80 % of its rating unless its maker says otherwise";

    public override ImmutableArray<string> TextIds => ["alarm.breaker-derating"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.Current];

    public override bool NeedsEquipment => true;

    public override bool Concerns(in PointView view) =>
        view.Equipment is { Class: EquipmentClass.Breaker or EquipmentClass.Feed, RatedAmperes: not null };

    public override Finding Judge(in PointView input, bool isAbnormal)
    {
        if (input.Equipment is not { RatedAmperes: { } rating } breaker)
            return Finding.Missing;

        return Finding.Above(input.Value, rating * (breaker.Derating ?? UsualDerating), rating * DeadbandShare, isAbnormal);
    }

    public override AlarmText Explain(in PointView input, in Finding finding) => AlarmText.Of(
        "alarm.breaker-derating", TextArgument.Of("value", Quantity.Current, finding.Value),
        TextArgument.Of("limit", Quantity.Current, finding.Limit), TextArgument.Of("rating", Quantity.Current, input.Equipment!.RatedAmperes),
        TextArgument.OfShare("derating", input.Equipment.Derating ?? UsualDerating));
}
