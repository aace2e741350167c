using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Air too dry, too moist, or near dew.</summary>
public sealed class HumidityRule : PointRule, IValidatableObject
{
    /// <summary>Relative humidity, 0 to 1; null is not watched.</summary>
    [Range(0.0, 1.0)]
    public double? HighRelative { get; init; }

    [Range(0.0, 1.0)]
    public double? LowRelative { get; init; }

    /// <summary>Relative humidity, 0 to 1.</summary>
    [Range(0.0, 0.5)]
    public double DeadbandRelative { get; init; } = 0.02;

    /// <summary>Dew point, °C; null is not watched.</summary>
    public double? HighDewPoint { get; init; }

    public double? LowDewPoint { get; init; }

    /// <summary>°C.</summary>
    [Range(0.0, 10.0)]
    public double DeadbandDewPoint { get; init; } = 0.5;

    public override string Source => "ASHRAE TC 9.9 thermal guidelines, fifth edition (2021); the limits are data of the rule";

    public override ImmutableArray<string> TextIds => ["alarm.humidity.high", "alarm.humidity.low"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.Humidity, Quantity.DewPoint];

    public override bool NeedsEquipment => true;

    protected override Dependency UsualSymptomOf => Dependency.Cooling;

    // A facility's own weather station goes by that name, whether the chain knows it or not.
    public override bool Concerns(in PointView view) =>
        view.Equipment?.Class != EquipmentClass.WeatherStation && !(view.Location.IsPlant && view.Reading.Point.Device == "weather");

    public override Finding Judge(in PointView input, bool isAbnormal)
    {
        if (input.Value is not { } value)
            return Finding.Missing;

        var (low, high, deadband) = input.Reading.Point.Quantity == Quantity.Humidity
            ? (LowRelative, HighRelative, DeadbandRelative)
            : (LowDewPoint, HighDewPoint, DeadbandDewPoint);
        if (high is { } above && value >= above - deadband && Finding.Above(value, above, deadband, isAbnormal) is
            { Condition: AlarmCondition.Abnormal } moist)
            return moist;

        return low is { } below ? Finding.Below(value, below, deadband, isAbnormal) : new(AlarmCondition.Normal, value);
    }

    public override AlarmText Explain(in PointView input, in Finding finding)
    {
        var quantity = input.Reading.Point.Quantity;
        return AlarmText.Of(
            finding.Limit == HighRelative || finding.Limit == HighDewPoint ? "alarm.humidity.high" : "alarm.humidity.low",
            TextArgument.OfTerm("quantity", $"quantity.{KebabCase.Of(quantity)}"), TextArgument.Of("value", quantity, finding.Value),
            TextArgument.Of("limit", quantity, finding.Limit));
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((HighRelative ?? LowRelative ?? HighDewPoint ?? LowDewPoint) is null)
            yield return new ValidationResult("has no limit; give at least one.", [nameof(HighRelative)]);
        if (LowRelative + DeadbandRelative >= HighRelative - DeadbandRelative)
            yield return new ValidationResult("leaves no room for a normal value.", [nameof(DeadbandRelative)]);
        if (LowDewPoint + DeadbandDewPoint >= HighDewPoint - DeadbandDewPoint)
            yield return new ValidationResult("leaves no room for a normal value.", [nameof(DeadbandDewPoint)]);
    }
}
