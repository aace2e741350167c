using DcOps.Domain.Units;

namespace DcOps.Domain.Rules;

/// <summary>A rule applied to a facility over a period, with everything that a reader needs to check it.</summary>
/// <param name="PackVersion">Version of the data that was applied.</param>
/// <param name="Limit">Null when it was not read, or does not apply.</param>
/// <param name="Low">Lower end of the interval that missing data leaves; null without a figure.</param>
/// <param name="High">Upper end.</param>
/// <param name="Excess">How far the value lies beyond the limit, negative inside; null without value or limit.</param>
/// <param name="IsWithinUncertainty">Whether the limit lies within the measurement uncertainty (k = 2) of the value.</param>
/// <param name="Reason">Why, as one clause; empty for a plain answer.</param>
public sealed record RuleVerdict(
    RuleOutcome Outcome,
    string PackId,
    string PackVersion,
    Rule Rule,
    decimal? Limit,
    ExactRatio? Value,
    ExactRatio? Low,
    ExactRatio? High,
    double? Excess,
    bool IsWithinUncertainty,
    string Reason);
