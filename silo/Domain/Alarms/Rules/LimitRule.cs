using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A value above or below what somebody set. The limits are the rule's own and never taken from the value.</summary>
public sealed class LimitRule : PointRule, IValidatableObject
{
    public required Quantity Quantity { get; init; }

    /// <summary>Kinds of part; every one when left out.</summary>
    public ImmutableArray<PartKind> Parts { get; init; } = [];

    /// <summary>Classes of equipment; every one when left out. Equipment that nobody declared is in none.</summary>
    public ImmutableArray<EquipmentClass> Classes { get; init; } = [];

    /// <summary>In the canonical unit of the quantity.</summary>
    public double? High { get; init; }

    public double? Low { get; init; }

    /// <summary>A limit further out with a priority of its own.</summary>
    public double? UrgentHigh { get; init; }

    public double? UrgentLow { get; init; }

    public AlarmPriority UrgentPriority { get; init; } = AlarmPriority.Critical;

    /// <summary>How far back inside the limit the value must come, in the canonical unit.</summary>
    [Range(0, double.MaxValue)]
    public required double Deadband { get; init; }

    /// <summary>What, when it fails upstream, explains an alarm of this rule.</summary>
    public Dependency Explained { get; init; }

    public override string Kind => "limit";

    public override string Source => "ISA-18.2, IEC 62682: absolute alarm with deadband";

    public override ImmutableArray<string> TextIds => ["alarm.limit.high", "alarm.limit.low"];

    public override ImmutableArray<Quantity> Quantities => [Quantity];

    public override bool NeedsEquipment => !Classes.IsEmpty;

    public override Dependency SymptomOf => Explained;

    public override bool Concerns(in PointView view) =>
        (Parts.IsEmpty || Parts.Contains(view.Reading.Point.Part))
        && (Classes.IsEmpty || view.Equipment is { } equipment && Classes.Contains(equipment.Class));

    public override Finding Judge(in PointView input, bool isAbnormal)
    {
        if (input.Value is not { } value)
            return Finding.Missing;

        if (High is { } high && value >= high - Deadband)
        {
            var finding = Finding.Above(value, high, Deadband, isAbnormal);
            if (finding.Condition == AlarmCondition.Abnormal)
                return value > UrgentHigh ? finding with { Priority = UrgentPriority, Limit = UrgentHigh } : finding;
        }

        if (Low is { } low && value <= low + Deadband)
        {
            var finding = Finding.Below(value, low, Deadband, isAbnormal);
            if (finding.Condition == AlarmCondition.Abnormal)
                return value < UrgentLow ? finding with { Priority = UrgentPriority, Limit = UrgentLow } : finding;
        }

        return new(AlarmCondition.Normal, value);
    }

    public override AlarmText Explain(in PointView input, in Finding finding) => AlarmText.Of(
        finding.Limit == Low || finding.Limit == UrgentLow ? "alarm.limit.low" : "alarm.limit.high",
        TextArgument.OfTerm("quantity", $"quantity.{KebabCase.Of(Quantity)}"), TextArgument.Of("value", Quantity, finding.Value),
        TextArgument.Of("limit", Quantity, finding.Limit), TextArgument.Of("deadband", Quantity, Deadband));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (High is null && Low is null)
            yield return new ValidationResult("has neither 'high' nor 'low'; a limit rule needs one of them.", [nameof(High)]);
        if (High - Deadband <= Low + Deadband)
            yield return new ValidationResult("leaves no room for a normal value between the limits and their deadbands.", [nameof(Deadband)]);
        if (UrgentHigh is not null && (High is null || UrgentHigh <= High))
            yield return new ValidationResult("must lie above 'high'.", [nameof(UrgentHigh)]);
        if (UrgentLow is not null && (Low is null || UrgentLow >= Low))
            yield return new ValidationResult("must lie below 'low'.", [nameof(UrgentLow)]);
        if (UrgentPriority <= Priority && (UrgentHigh ?? UrgentLow) is not null)
            yield return new ValidationResult("must be more urgent than 'priority'.", [nameof(UrgentPriority)]);
    }
}
