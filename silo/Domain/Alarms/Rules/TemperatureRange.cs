using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>°C, both ends inside.</summary>
public sealed class TemperatureRange : IValidatableObject
{
    public required double Low { get; init; }

    public required double High { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Low >= High)
            yield return new ValidationResult("must be below 'high'.", [nameof(Low)]);
    }
}
