using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Rules;

/// <summary>One element of section <c>rules</c> of a rule file.</summary>
public sealed class RuleSection : IValidatableObject
{
    public const string Section = "rules";

    [Required, StringLength(60)]
    public required string Id { get; init; }

    public required NameSection Title { get; init; }

    public required RuleIndicator Indicator { get; init; }

    public required RuleComparison Comparison { get; init; }

    /// <summary>Left out where the text's number was not read.</summary>
    public decimal? Limit { get; init; }

    /// <summary>Instead of a limit: a multiple of the design ratio.</summary>
    [Range(0.5, 2.0)]
    public decimal? DesignFactor { get; init; }

    [Range(1, 9)]
    public int? Grade { get; init; }

    public ImmutableArray<PueCategory> Categories { get; init; } = [];

    public RuleForce Force { get; init; } = RuleForce.Policy;

    /// <summary>First local day in force.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First local day no longer in force.</summary>
    public DateOnly? To { get; init; }

    public RuleScope Scope { get; init; } = new();

    [Required]
    public required string Source { get; init; }

    public required Verification Verification { get; init; }

    public string? Note { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Limit is not null && DesignFactor is not null)
            yield return new ValidationResult("has a limit and a design factor; keep one.", [nameof(Limit)]);
        if (Limit is null && DesignFactor is null && Verification == Verification.Verified)
            yield return new ValidationResult("has no limit, so it cannot be verified; mark it 'unverified'.", [nameof(Verification)]);
        if (From >= To)
            yield return new ValidationResult("ends before it begins.", [nameof(To)]);
    }

    internal Rule Build() => new(
        Id, Title.Designation, Indicator, Comparison, Limit, DesignFactor, Grade, Categories, Force, From, To, Scope, Source,
        Verification, Note);
}
