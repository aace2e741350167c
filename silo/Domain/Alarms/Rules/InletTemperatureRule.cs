using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Air at the IT equipment's inlet outside what its class recommends, and outside what its class allows.</summary>
public sealed class InletTemperatureRule : PointRule, IValidatableObject
{
    /// <summary>Class of the equipment by ASHRAE TC 9.9, as in <c>A1</c>.</summary>
    [Required, RegularExpression("^(A[1-4]|B|C|H1)$", ErrorMessage = "must be A1, A2, A3, A4, B, C or H1.")]
    public required string EquipmentClass { get; init; }

    /// <summary>°C, both ends inside.</summary>
    public required TemperatureRange Recommended { get; init; }

    public required TemperatureRange Allowable { get; init; }

    /// <summary>Outside what is allowable.</summary>
    public AlarmPriority UrgentPriority { get; init; } = AlarmPriority.Critical;

    /// <summary>°C.</summary>
    [Range(0.0, 10.0)]
    public double Deadband { get; init; } = 0.5;

    public override string Source => "ASHRAE TC 9.9 thermal guidelines, fifth edition (2021); the ranges are data of the rule";

    public override ImmutableArray<string> TextIds => ["alarm.inlet.high", "alarm.inlet.low"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.InletTemperature];

    protected override Dependency UsualSymptomOf => Dependency.Cooling;

    public override Finding Judge(in PointView input, bool isAbnormal)
    {
        if (input.Value is not { } value)
            return Finding.Missing;

        var high = Finding.Above(value, Recommended.High, Deadband, isAbnormal && value > Recommended.Low + Deadband);
        if (high.Condition == AlarmCondition.Abnormal)
            return value > Allowable.High ? high with { Limit = Allowable.High, Priority = UrgentPriority } : high;

        var low = Finding.Below(value, Recommended.Low, Deadband, isAbnormal);
        return low.Condition == AlarmCondition.Abnormal && value < Allowable.Low
            ? low with { Limit = Allowable.Low, Priority = UrgentPriority }
            : low;
    }

    public override AlarmText Explain(in PointView input, in Finding finding) => AlarmText.Of(
        finding.Limit == Recommended.High || finding.Limit == Allowable.High ? "alarm.inlet.high" : "alarm.inlet.low",
        TextArgument.Of("value", Quantity.InletTemperature, finding.Value), TextArgument.Of("limit", Quantity.InletTemperature, finding.Limit),
        TextArgument.OfName("class", EquipmentClass),
        TextArgument.OfTerm("range", finding.Priority is null ? "range.recommended" : "range.allowable"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Allowable.Low > Recommended.Low || Allowable.High < Recommended.High)
            yield return new ValidationResult("must hold 'recommended' inside.", [nameof(Allowable)]);
        if (Recommended.Low + Deadband >= Recommended.High - Deadband)
            yield return new ValidationResult("leaves no room for a normal value.", [nameof(Deadband)]);
    }
}
