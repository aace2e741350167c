using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Rules;

/// <summary>Dated rules of one text, with the version that verdicts cite.</summary>
/// <param name="Id">As in <c>gb-40879</c>.</param>
/// <param name="Version">Changes with every edit of the data, as in <c>2021.1</c>.</param>
/// <param name="Scores">How indicators earn points; empty where nothing is scored.</param>
public sealed record RulePack(
    string Id, string Version, Designation Title, ImmutableArray<Rule> Rules, ImmutableArray<ScoreLine> Scores)
{
    /// <summary>The graded limits of an indicator in force on a day, best grade first.</summary>
    public ImmutableArray<Rule> Graded(RuleIndicator indicator, DateOnly day) =>
    [
        .. Rules.Where(rule => rule.Indicator == indicator && rule.Grade is not null && rule.IsInForce(day))
            .OrderBy(rule => rule.Grade),
    ];

    /// <summary>The best grade whose limit a ratio reaches, compared without rounding; 0 when it reaches none.</summary>
    public int GradeOf(ExactRatio ratio, RuleIndicator indicator, DateOnly day) => Graded(indicator, day)
        .FirstOrDefault(rule => rule.Limit is { } limit
            && (rule.Comparison == RuleComparison.AtMost ? ratio.CompareTo(limit) <= 0 : ratio.CompareTo(limit) >= 0))
        ?.Grade ?? 0;
}
