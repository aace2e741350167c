using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Work;

/// <summary>
/// Suppression by design (ISA-18.2): while an alarm of one rule stands and explains others by the chain of power, cooling and readings,
/// those need nobody's attention of their own. They stay in their incident, in the journal and on the lists.
/// </summary>
public sealed class DesignRule
{
    /// <summary>Part of the reason that is written down.</summary>
    [Required, RegularExpression("^[a-z0-9][a-z0-9-]{1,59}$", ErrorMessage = "must be small letters, digits and hyphens, 2 to 60 characters.")]
    public required string Id { get; init; }

    /// <summary>Ids of the rules whose alarm explains the others.</summary>
    [MinLength(1)]
    public required ImmutableArray<string> Causes { get; init; }

    /// <summary>Ids of the rules whose alarms are suppressed.</summary>
    [MinLength(1)]
    public required ImmutableArray<string> Suppresses { get; init; }
}
