using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

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
        IReadOnlyDictionary<RuleIndicator, RuleMeasurement> others)
    {
        var (registry, calendar, series) = (book.Registry, book.Calendar, book.SeriesOf(period));
        var energy = FacilityFold.Of(book.Facility, registry, series, period, calendar);
        var figure = PueFigure.Of(energy, category, 0);
        policy = figure is { Grade: EvidenceGrade.Compliance } ? policy : policy.Strict;
        var fuels = new EnergyBounds(energy.OtherCarriers, energy.OtherCarriers);
        var annual = AnnualMeasurement.Of(
            energy, category,
            RoleBounds.Entering(book.Facility, registry, series, period, calendar, policy) + fuels,
            RoleBounds.Of(book.Facility, registry, series, period, calendar, category.ItRole(), policy),
            RoleUncertainty.OfPue(book.Facility, registry, series, period, calendar, category),
            registry.RunsOf(book.Facility, period, calendar).SelectMany(run => BalanceWatch.Of(run.Boundary, series, run.Days)));

        var day = calendar.LocalDate(period.To).AddDays(-1);
        var grade = annual.Value is { } value ? rules[GradingPack].GradeOf(value, RuleIndicator.AnnualRatio, day) : (int?)null;
        var verdicts = rules.InForce(day)
            .Select(each => RuleJudge.Judge(each.Pack, each.Rule, profile, Measured(each.Rule.Indicator, annual, grade, others)))
            .ToImmutableArray();
        return new(
            book.Facility, figure, policy.Name, annual, grade, verdicts,
            DecidingOf(verdicts) is { Outcome: RuleOutcome.InsufficientEvidence, Limit: { } limit }
                ? NeedOf(book, series, period, category, policy, limit, energy.OtherCarriers)
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

    static RepairNeed? NeedOf(
        FacilityBook book, Dictionary<string, EnergySeries> series, BusinessPeriod period, PueCategory category, GapPolicy policy,
        decimal limit, Energy fuels)
    {
        var gaps = MeterGaps.Of(book.Facility, book.Registry, series, period, book.Calendar, category.ItRole(), policy);
        return RepairNeed.Of(book.Facility, limit, gaps.Facility + fuels, gaps.It, gaps.Gaps);
    }
}
