using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Work;

/// <summary>
/// Suppression by design (ISA-18.2): while an alarm of one rule stands and explains others by the chain of power, cooling and readings,
/// those need nobody's attention of their own; nor do some alarms of a place of which a state is known, as of a rack that is empty.
/// They stay in their incident, in the journal and on the lists.
/// </summary>
public sealed class DesignRule : IValidatableObject
{
    /// <summary>Part of the reason that is written down.</summary>
    [Required, RegularExpression("^[a-z0-9][a-z0-9-]{1,59}$", ErrorMessage = "must be small letters, digits and hyphens, 2 to 60 characters.")]
    public required string Id { get; init; }

    /// <summary>Ids of the rules whose alarm explains the others.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>Whether a cause explains every such alarm of its facility, wherever the chain has it: a generator that is being tested.</summary>
    public bool InFacility { get; init; }

    /// <summary>
    /// Ids of rules whose alarm, standing or unknown anywhere in the facility, shows that it is no design but trouble: then nothing of
    /// the facility is suppressed, and what was is let go at once. Only where <see cref="InFacility"/> is set.
    /// </summary>
    public ImmutableArray<string> Unless { get; init; } = [];

    /// <summary>Groups of locations whose state is the reason by itself; one that is not declared is about nothing.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Ids of the rules whose alarms are suppressed.</summary>
    [MinLength(1)]
    public required ImmutableArray<string> Suppresses { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Causes.IsEmpty == Groups.IsEmpty)
            yield return new ValidationResult("states causes or groups of locations, one of the two.", [nameof(Causes)]);
        if (InFacility && Causes.IsEmpty)
            yield return new ValidationResult("needs causes.", [nameof(InFacility)]);
        if (!InFacility && !Unless.IsEmpty)
            yield return new ValidationResult("is only for causes that count in their whole facility; set inFacility.", [nameof(Unless)]);
    }
}
