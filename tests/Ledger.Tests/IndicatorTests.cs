using DcOps.Domain.Facilities;
using DcOps.Domain.Green;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger.Tests;

public sealed class IndicatorTests
{
    static readonly BusinessPeriod Year = BusinessCalendar.Shanghai.Year(2026);
    static readonly BusinessPeriod Before = BusinessCalendar.Shanghai.Year(2025);
    static readonly FacilityProfile Profile = FacilityDeclaration.Unknown(FacilityId.Parse("NJ-01"), "CN-JS").Profile;

    [Theory]
    [InlineData(220, 1_000, 200, 1_000, RuleOutcome.Compliant)]
    [InlineData(2_199, 10_000, 200, 1_000, RuleOutcome.Over)]
    [InlineData(250, 2_000, 200, 1_000, RuleOutcome.Over)]
    public void The_renewable_share_is_compared_with_that_of_the_year_before(int now, int ofNow, int then, int ofThen, RuleOutcome outcome)
    {
        var known = Of(Measure(Year, ofNow, now), Measure(Before, ofThen, then));

        Assert.Equal((double)now / ofNow / then * ofThen, known[RuleIndicator.RenewableGrowth].Value!.Value.Value, 12);
        Assert.Equal(outcome, Judge("national-policy", "CN-2024-07-renewable-growth", known[RuleIndicator.RenewableGrowth]));
    }

    [Fact]
    public void Without_the_year_before_or_with_nothing_renewable_in_it_no_growth_is_told()
    {
        Assert.DoesNotContain(RuleIndicator.RenewableGrowth, Of(Measure(Year, 1_000, 200), null));
        Assert.DoesNotContain(RuleIndicator.RenewableGrowth, Of(Measure(Year, 1_000, 200), Measure(Before, 1_000, 0)));
    }

    [Fact]
    public void The_year_before_is_asked_for_of_twelve_months_alone_and_only_whole()
    {
        Assert.Equal(Before, LedgerParts.YearBefore(Year));
        Assert.Equal(BusinessCalendar.Shanghai.LocalDate(LedgerParts.YearBefore(new(At(2025, 11), At(2026, 11)))!.Value.From), new(2024, 11, 1));
        Assert.Null(LedgerParts.YearBefore(BusinessCalendar.Shanghai.Month(2026, 2)));
        Assert.NotNull(LedgerParts.WholeOf([Measure(Before, 1_000, 200)], Before));
        Assert.Null(LedgerParts.WholeOf([Measure(Before, 1_000, 200) with { Covered = TimeSpan.FromDays(334) }], Before));
        Assert.Null(LedgerParts.WholeOf([], Before));
    }

    [Theory]
    [InlineData(true, RuleOutcome.Compliant)]
    [InlineData(false, RuleOutcome.Over)]
    public void A_boundary_of_its_own_is_an_own_distribution_with_the_meters_of_a_pue(bool hasOwn, RuleOutcome outcome)
    {
        var known = Of(Measure(Year, 1_000, 200), null, Profile with { HasOwnDistribution = hasOwn });

        Assert.Equal(outcome, Judge("green-data-centre", "CN-GREEN-2025-own-boundary", known[RuleIndicator.OwnBoundary]));
        Assert.DoesNotContain(RuleIndicator.OwnBoundary, Of(Measure(Year, 1_000, 200), null, Profile with { HasOwnDistribution = null }));
    }

    static Dictionary<RuleIndicator, RuleMeasurement> Of(PeriodMeasure measure, PeriodMeasure? before, FacilityProfile? profile = null) =>
        Indicators.Of(measure, before, profile ?? Profile, GreenInputs.None, BusinessCalendar.Shanghai);

    static RuleOutcome Judge(string pack, string rule, RuleMeasurement measured)
    {
        var of = RuleBook.Shipped[pack];
        return RuleJudge.Judge(of, of.Rules.Single(each => each.Id == rule), Profile, measured).Outcome;
    }

    static DateTimeOffset At(int year, int month) => BusinessCalendar.Shanghai.Month(year, month).From;

    static PeriodMeasure Measure(BusinessPeriod period, int facility, int renewable)
    {
        var site = FacilityId.Parse("NJ-01");
        FacilityInterval[] rows =
        [
            new(site, MeterRole.UtilityEntrance, period.From, new(facility - renewable), Energy.Zero, IntervalQuality.Measured, 1, 1),
            new(site, MeterRole.Renewable, period.From, new(renewable), Energy.Zero, IntervalQuality.Measured, 1, 1),
            new(site, MeterRole.UpsOutput, period.From, new(facility / 2), Energy.Zero, IntervalQuality.Measured, 1, 1),
        ];
        return new(
            site, period, period.Length, "test",
            FacilityPeriod.Of(rows, period.From, period.To, [MeterRole.UtilityEntrance, MeterRole.Renewable, MeterRole.UpsOutput]),
            [new(PueCategory.Category1, CategoryBounds.None, CategoryBounds.None)], [], []);
    }
}
