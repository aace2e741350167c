using System.Globalization;
using DcOps.Domain.Kpis;
using DcOps.Domain.Units;

namespace DcOps.Domain.Rules;

/// <summary>
/// Applies rules. Over only when the favourable end of the interval lies beyond the limit, compliant only when the
/// unfavourable one does not; anything between is insufficient evidence. Values are compared without rounding.
/// </summary>
public static class RuleJudge
{
    /// <summary>A compliant electricity ratio closer to its limit than this is marginal.</summary>
    public const decimal Margin = 0.02m;

    /// <param name="limit">Replaces the rule's own limit, to ask what a moved line would do; null keeps it.</param>
    public static RuleVerdict Judge(
        RulePack pack, Rule rule, FacilityProfile facility, RuleMeasurement measured, decimal? limit = null)
    {
        var line = limit ?? rule.LimitFor(facility);
        var scope = rule.Scope.Ask(facility);
        if (scope.Applies == false)
            return Verdict(RuleOutcome.NotApplicable, scope.Reason);
        if (scope.Applies is null)
            return Verdict(RuleOutcome.InsufficientEvidence, scope.Reason);
        if (line is not { } bound)
        {
            return Verdict(
                RuleOutcome.InsufficientEvidence,
                rule.DesignFactor is null ? "the rule's number was not read" : "no design ratio was filed");
        }

        if (measured.Doubt is { } doubt)
            return Verdict(RuleOutcome.InsufficientEvidence, doubt);
        if (measured is not { Value: { } value, Low: { } low, High: { } high })
            return Verdict(RuleOutcome.InsufficientEvidence, "there is no figure");
        var (best, worst) = rule.Comparison == RuleComparison.AtMost ? (low, high) : (high, low);
        if (measured.Category is { } category && !IsAccepted(rule, category, Holds(rule, worst, bound)))
            return Verdict(RuleOutcome.InsufficientEvidence, $"the rule does not accept a figure of {category}");
        if (!Holds(rule, best, bound))
            return Verdict(RuleOutcome.Over, "");
        if (!Holds(rule, worst, bound))
            return Verdict(RuleOutcome.InsufficientEvidence, "what is missing could turn the answer");

        return IsWithin(value, bound, measured.HalfWidth) ? Verdict(RuleOutcome.Marginal, "within measurement uncertainty")
            : IsRatio(rule) && (bound * value.Lower) - value.Upper < Margin * value.Lower
                ? Verdict(RuleOutcome.Marginal, string.Create(CultureInfo.InvariantCulture, $"less than {Margin} below the limit"))
            : Verdict(RuleOutcome.Compliant, "");

        RuleVerdict Verdict(RuleOutcome outcome, string reason) => new(
            outcome, pack.Id, pack.Version, rule, line, measured.Value, measured.Low, measured.High,
            measured.Value is { } known && line is { } at
                ? rule.Comparison == RuleComparison.AtMost ? known.Value - (double)at : (double)at - known.Value
                : null,
            measured.Value is { } some && line is { } edge && IsWithin(some, edge, measured.HalfWidth),
            reason);
    }

    static bool Holds(Rule rule, ExactRatio ratio, decimal limit) =>
        rule.Comparison == RuleComparison.AtMost ? ratio.CompareTo(limit) <= 0 : ratio.CompareTo(limit) >= 0;

    // A figure measured further downstream is never the lower one: where it complies, the accepted one would.
    static bool IsAccepted(Rule rule, PueCategory category, bool complies) => rule.Categories.IsEmpty
        || rule.Categories.Contains(category)
        || (complies && rule.Comparison == RuleComparison.AtMost && category > rule.Categories.Max());

    static bool IsRatio(Rule rule) => rule is
    {
        Indicator: RuleIndicator.AnnualRatio or RuleIndicator.CharacteristicRatio, Comparison: RuleComparison.AtMost,
    };

    static bool IsWithin(ExactRatio value, decimal limit, double? halfWidth) =>
        halfWidth is { } width && Math.Abs(value.Value - (double)limit) <= width;
}
