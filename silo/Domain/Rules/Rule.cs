using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Rules;

/// <summary>One dated limit.</summary>
/// <param name="Id">Unique in its pack.</param>
/// <param name="Limit">
/// Null when the text exists but its number was not read: no verdict but insufficient evidence follows.
/// </param>
/// <param name="DesignFactor">Where the limit is a multiple of the facility's design ratio; null elsewhere.</param>
/// <param name="Grade">Which grade reaching the limit gives; null for a rule that only passes or fails.</param>
/// <param name="Categories">PUE categories that the rule accepts; empty accepts any.</param>
/// <param name="From">
/// First local day on which it is in force; null when not known, and then it is in force from ever.
/// </param>
/// <param name="To">First local day on which it no longer is; null while it has no end.</param>
public sealed record Rule(
    string Id,
    Designation Title,
    RuleIndicator Indicator,
    RuleComparison Comparison,
    decimal? Limit,
    decimal? DesignFactor,
    int? Grade,
    ImmutableArray<PueCategory> Categories,
    RuleForce Force,
    DateOnly? From,
    DateOnly? To,
    RuleScope Scope,
    string Source,
    Verification Verification,
    string? Note)
{
    public bool IsInForce(DateOnly day) => !(day < From) && !(day >= To);

    /// <summary>
    /// The limit for one facility; null when it was not read, or rests on a design ratio that nobody filed.
    /// </summary>
    public decimal? LimitFor(FacilityProfile facility) => DesignFactor is { } factor ? factor * facility.DesignRatio : Limit;
}
