using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Rules;

/// <summary>Section <c>pack</c> of a rule file.</summary>
public sealed class RulePackSection
{
    public const string Section = "pack";

    [Required, RegularExpression("^[a-z0-9][a-z0-9-]{1,39}$", ErrorMessage = "must be small letters, digits and hyphens, 2 to 40 characters.")]
    public required string Id { get; init; }

    [Required, StringLength(40)]
    public required string Version { get; init; }

    public required NameSection Title { get; init; }
}
