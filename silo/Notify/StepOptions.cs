using System.ComponentModel.DataAnnotations;

namespace DcOps.Notify;

/// <summary>One step of an escalation.</summary>
public sealed class StepOptions : IValidatableObject
{
    /// <summary>Since the incident was first told.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00", ErrorMessage = "must be from 00:00:00 to seven days (7.00:00:00).")]
    public TimeSpan After { get; init; }

    /// <summary>Name of a roster; left out where targets are named.</summary>
    public string Roster { get; init; } = "";

    /// <summary>Names of channels or people.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Roster.Length == 0 && Targets.IsEmpty)
            yield return new ValidationResult("names neither a roster nor a target; name one.", [nameof(Targets)]);
    }
}
