using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Rules;

/// <summary>A facility's year under every rule of its last day: what the compliance list shows of it.</summary>
/// <param name="Figure">Null when the category is not declared.</param>
/// <param name="Policy">Name of the policy that bounded the gaps.</param>
/// <param name="Grade">By GB 40879, compared plainly, 0 below all grades; null without a figure.</param>
/// <param name="Verdicts">Rules in force on the last local day, in the order of the packs.</param>
/// <param name="Need">What would make the deciding verdict decidable; null when it is, or meters alone would not.</param>
public sealed record FacilityCompliance(
    FacilityId Facility,
    PueFigure? Figure,
    string Policy,
    RuleMeasurement Annual,
    int? Grade,
    ImmutableArray<RuleVerdict> Verdicts,
    RepairNeed? Need)
{
    const string GradingPack = "gb-40879";

    /// <summary>
    /// The verdict on the annual ratio that decides: of mandatory rules and policies that apply and do not merely grade, the
    /// worst, and of equals the strictest. Null when none applies.
    /// </summary>
    public RuleVerdict? Deciding => DecidingOf(Verdicts);

    /// <summary>
    /// Estimates are believed where the figure is of grade A, which is what may be compared with a limit; else they are
    /// bounded like gaps, so that no verdict rests on them.
    /// </summary>
    /// <param name="category">Category whose figure is judged.</param>
    /// <param name="others">Indicators besides the annual ratio and the grade, as far as they are known.</param>
    public static FacilityCompliance Of(
        FacilityBook book, BusinessPeriod period, PueCategory category, FacilityProfile profile, RuleBook rules, GapPolicy policy,
        IReadOnlyDictionary<RuleIndicator, RuleMeasurement> others) =>
        Of(PeriodMeasure.Of(book, period, policy), category, profile, rules, others, book.Calendar);

    /// <summary>The same from what closed periods were measured to be.</summary>
    public static FacilityCompliance Of(
        PeriodMeasure measure, PueCategory category, FacilityProfile profile, RuleBook rules,
        IReadOnlyDictionary<RuleIndicator, RuleMeasurement> others, BusinessCalendar calendar)
    {
        var figure = PueFigure.Of(measure.Energy, category, 0);
        var isBelieved = figure is { Grade: EvidenceGrade.Compliance };
        var own = measure[category];
        var bounds = own?.Of(isBelieved) ?? CategoryBounds.None;
        var fuels = new EnergyBounds(measure.Energy.OtherCarriers, measure.Energy.OtherCarriers);
        var annual = AnnualMeasurement.Of(
            measure.Energy, category, bounds.Entering + fuels, bounds.It, measure.UncertaintyOf(category), measure.Balances);
        if (annual.Doubt is null && measure.Covered < measure.Period.Length)
            annual = annual with { Doubt = measure.Uncovered };
        var day = calendar.LocalDate(measure.Period.To).AddDays(-1);
        var grade = annual.Value is { } value ? rules[GradingPack].GradeOf(value, RuleIndicator.AnnualRatio, day) : (int?)null;
        var verdicts = rules.InForce(day)
            .Select(each => RuleJudge.Judge(each.Pack, each.Rule, profile, Measured(each.Rule.Indicator, annual, grade, others)))
            .ToImmutableArray();
        return new(
            measure.Facility, figure, isBelieved ? measure.Policy : $"{measure.Policy}-strict", annual, grade, verdicts,
            DecidingOf(verdicts) is { Outcome: RuleOutcome.InsufficientEvidence, Limit: { } limit } && own is not null
                ? RepairNeed.Of(
                    measure.Facility, limit, bounds.Gaps.Facility + measure.Energy.OtherCarriers, bounds.Gaps.It, bounds.Gaps.Gaps)
                : null);
    }

    static RuleMeasurement Measured(
        RuleIndicator indicator, RuleMeasurement annual, int? grade, IReadOnlyDictionary<RuleIndicator, RuleMeasurement> others) =>
        indicator switch
        {
            RuleIndicator.AnnualRatio => annual,
            RuleIndicator.EfficiencyGrade when grade is { } known && annual.Doubt is null => Green.GreenAssessment.Grade(known),
            _ => others.GetValueOrDefault(indicator) ?? RuleMeasurement.Unknown("it was not measured"),
        };

    static RuleVerdict? DecidingOf(ImmutableArray<RuleVerdict> verdicts) => verdicts
        .Where(verdict => verdict.Rule.Indicator == RuleIndicator.AnnualRatio && verdict.Limit is not null
            && verdict.Rule is { Force: RuleForce.Mandatory or RuleForce.Policy, Grade: null or 3 }
            && verdict.Outcome != RuleOutcome.NotApplicable)
        .OrderBy(verdict => verdict.Outcome).ThenBy(verdict => verdict.Limit)
        .FirstOrDefault();
}
