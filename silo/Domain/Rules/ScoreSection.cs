using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Rules;

/// <summary>One element of section <c>scores</c> of a rule file.</summary>
public sealed class ScoreSection : IValidatableObject
{
    public const string Section = "scores";

    public required RuleIndicator Indicator { get; init; }

    public required decimal None { get; init; }

    public required decimal Full { get; init; }

    [Required]
    public required string Source { get; init; }

    public required Verification Verification { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (None == Full)
            yield return new ValidationResult("is the same as 'none'; points need a distance.", [nameof(Full)]);
    }
}
