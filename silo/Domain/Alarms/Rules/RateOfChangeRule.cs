using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A value that moves faster than somebody set.</summary>
public sealed class RateOfChangeRule : AlarmRuleOf<PointTrend>, IValidatableObject
{
    public required Quantity Quantity { get; init; }

    /// <summary>Classes of equipment; every one when left out.</summary>
    public ImmutableArray<EquipmentClass> Classes { get; init; } = [];

    /// <summary>Canonical units per minute; null: it may rise as it likes.</summary>
    public double? RisePerMinute { get; init; }

    /// <summary>Canonical units per minute, above zero; null: it may fall as it likes.</summary>
    public double? FallPerMinute { get; init; }

    /// <summary>How much slower it must become, canonical units per minute.</summary>
    [Range(0, double.MaxValue)]
    public required double Deadband { get; init; }

    /// <summary>Stretch over which the rate is taken; noise within it does not count.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "must be from 00:00:10 to one day (1.00:00:00).")]
    public TimeSpan Over { get; init; } = TimeSpan.FromMinutes(1);

    public override string Source => "ISA-18.2, IEC 62682: rate-of-change alarm";

    public override ImmutableArray<string> TextIds => ["alarm.rate.rise", "alarm.rate.fall"];

    public override Finding Judge(in PointTrend input, bool isAbnormal)
    {
        if (input.PerMinute is not { } rate)
            return Finding.Missing;

        var finding = rate >= 0
            ? RisePerMinute is { } rise ? Finding.Above(rate, rise, Deadband, isAbnormal) : Finding.Normal
            : FallPerMinute is { } fall ? Finding.Above(-rate, fall, Deadband, isAbnormal) : Finding.Normal;
        return finding with { Value = rate };
    }

    public override AlarmText Explain(in PointTrend input, in Finding finding) => AlarmText.Of(
        finding.Value < 0 ? "alarm.rate.fall" : "alarm.rate.rise",
        TextArgument.OfTerm("quantity", $"quantity.{KebabCase.Of(Quantity)}"), TextArgument.Of("rate", Quantity, finding.Value),
        TextArgument.Of("limit", Quantity, finding.Limit), TextArgument.Of("over", Over));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RisePerMinute is null && FallPerMinute is null)
            yield return new ValidationResult("has neither 'risePerMinute' nor 'fallPerMinute'.", [nameof(RisePerMinute)]);
        if (RisePerMinute <= 0 || FallPerMinute <= 0)
            yield return new ValidationResult("must be above zero.", [RisePerMinute <= 0 ? nameof(RisePerMinute) : nameof(FallPerMinute)]);
    }
}
