using DcOps.Contracts.Ledger;
using DcOps.Domain.Rules;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>A facility's figure under the rules of another day: which rules count is a question of the date, never of the program.</summary>
static class Rejudged
{
    const string GradingPack = "gb-40879";

    /// <summary>
    /// The row with verdicts of the rules on the electricity ratio in force on a day; those on other indicators keep the
    /// measurement that they were judged with, where they had been in force already.
    /// </summary>
    public static ComplianceRow Under(this ComplianceRow row, RuleBook rules, DateOnly day)
    {
        if (row.Compliance is not { } compliance)
            return row;

        var verdicts = rules.InForce(day).Select(each => each.Rule.Indicator == RuleIndicator.AnnualRatio
                ? RuleJudge.Judge(each.Pack, each.Rule, row.Declaration.Profile, compliance.Annual)
                : compliance.Verdicts.FirstOrDefault(verdict => verdict.PackId == each.Pack.Id && verdict.Rule.Id == each.Rule.Id))
            .OfType<RuleVerdict>();
        return row with
        {
            Compliance = compliance with
            {
                Verdicts = [.. verdicts],
                Grade = compliance.Annual.Value is { } value ? rules[GradingPack].GradeOf(value, RuleIndicator.AnnualRatio, day) : null,
                Need = null,
            },
        };
    }
}
