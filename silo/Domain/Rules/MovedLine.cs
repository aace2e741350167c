namespace DcOps.Domain.Rules;

/// <summary>What one figure's verdict becomes when a rule's limit moves.</summary>
public sealed record MovedLine(FiledFigure Figure, RuleVerdict Before, RuleVerdict After)
{
    public bool Changes => Before.Outcome != After.Outcome;

    /// <summary>
    /// "Who fails if the line moves to 1.25": every figure under the rule as it stands and under the moved limit, over any
    /// history; worst excess first, then by facility and period.
    /// </summary>
    public static ImmutableArray<MovedLine> To(
        decimal limit, RulePack pack, Rule rule, IEnumerable<FiledFigure> history) =>
    [
        .. history
            .Select(figure => new MovedLine(
                figure,
                RuleJudge.Judge(pack, rule, figure.Profile, figure.Measured),
                RuleJudge.Judge(pack, rule, figure.Profile, figure.Measured, limit)))
            .OrderBy(moved => moved.After.Outcome)
            .ThenByDescending(moved => moved.After.Excess)
            .ThenBy(moved => moved.Figure.Facility.Value, StringComparer.Ordinal)
            .ThenBy(moved => moved.Figure.Period.From),
    ];
}
