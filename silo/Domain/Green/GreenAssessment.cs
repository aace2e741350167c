using DcOps.Domain.Rules;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>A facility against every condition of a title, as the facility itself sees it.</summary>
/// <param name="Verdicts">In the order of the pack.</param>
/// <param name="Scores">0 to 1 by indicator; null where the indicator is not known.</param>
public sealed record GreenAssessment(
    ImmutableArray<RuleVerdict> Verdicts, ImmutableArray<(ScoreLine Line, double? Score)> Scores)
{
    /// <summary>What stands for "no grade" where grades are compared: worse than any.</summary>
    public const int NoGrade = 9;

    /// <summary>
    /// Over when a condition that counts is failed; insufficient when one cannot be decided; else compliant.
    /// </summary>
    public RuleOutcome Outcome => Counting.Any(verdict => verdict.Outcome == RuleOutcome.Over) ? RuleOutcome.Over
        : Counting.Any(verdict => verdict.Outcome == RuleOutcome.InsufficientEvidence) ? RuleOutcome.InsufficientEvidence
        : RuleOutcome.Compliant;

    IEnumerable<RuleVerdict> Counting => Verdicts.Where(verdict => verdict.Rule.Force != RuleForce.Reference);

    /// <param name="limits">Limits that the pack leaves open, by rule id, as the province's renewable quota.</param>
    public static GreenAssessment Of(
        RulePack pack, FacilityProfile facility, IReadOnlyDictionary<RuleIndicator, RuleMeasurement> measured,
        IReadOnlyDictionary<string, decimal> limits) => new(
        [
            .. pack.Rules.Select(rule => RuleJudge.Judge(
                pack, rule, facility, measured.GetValueOrDefault(rule.Indicator) ?? RuleMeasurement.Unknown("it was not measured"),
                rule.Limit is null && limits.TryGetValue(rule.Id, out var limit) ? limit : null)),
        ],
        [.. pack.Scores.Select(line => (line, measured.GetValueOrDefault(line.Indicator)?.Value is { } value ? line.Of(value.Value) : (double?)null))]);

    /// <summary>A grade as rules compare it; one that reached none is worse than any.</summary>
    public static RuleMeasurement Grade(int grade) => RuleMeasurement.Exact(new ExactRatio(grade == 0 ? NoGrade : grade, 1));
}
