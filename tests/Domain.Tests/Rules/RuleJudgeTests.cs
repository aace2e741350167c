using DcOps.Domain.Kpis;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Rules;

public sealed class RuleJudgeTests
{
    static readonly RulePack Gb40879 = RuleBook.Shipped["gb-40879"];
    static readonly DateOnly Today = new(2026, 11, 1);

    static FacilityProfile Large => new(
        "CN-JS", ["hub"], 5_000, ProjectKind.New, new(2024, 1, 1), CoolingKind.Air, true, false, "internet", 1.22m);

    [Theory]
    [Trait("Vector", "K17")]
    [InlineData("1.2000", 1)]
    [InlineData("1.2004", 2)]
    [InlineData("1.3000", 2)]
    [InlineData("1.3004", 3)]
    [InlineData("1.5000", 3)]
    [InlineData("1.5001", 0)]
    public void Compares_the_unrounded_value_with_the_grades(string ratio, int grade)
    {
        var value = ExactRatio.Of(decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(grade, Gb40879.GradeOf(value, RuleIndicator.AnnualRatio, Today));
        Assert.Equal(grade, Gb40879.GradeOf(value, RuleIndicator.CharacteristicRatio, Today));
    }

    [Theory]
    [Trait("Vector", "K30")]
    [InlineData("1.2810", RuleOutcome.Marginal)]
    [InlineData("1.2811", RuleOutcome.Over)]
    public void Allows_a_measured_ratio_1_05_times_the_design(string measured, RuleOutcome outcome)
    {
        var verdict = Judge("design-factor", Exactly(measured));

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(1.2810m, verdict.Limit);
        Assert.Equal(Verification.Unverified, verdict.Rule.Verification);
    }

    [Fact]
    public void Says_rule_version_source_interval_and_excess()
    {
        var verdict = Judge("rm2-limit", Between("1.571", "1.598", "1.623"));

        Assert.Equal(RuleOutcome.Over, verdict.Outcome);
        Assert.Equal(("gb-40879", "2021.1", "rm2-limit"), (verdict.PackId, verdict.PackVersion, verdict.Rule.Id));
        Assert.NotEmpty(verdict.Rule.Source);
        Assert.Equal((1.571, 1.623), (verdict.Low!.Value.Value, verdict.High!.Value.Value));
        Assert.Equal(0.098, verdict.Excess!.Value, 9);
    }

    [Theory]
    [InlineData("1.4999", "1.51", RuleOutcome.InsufficientEvidence)]
    [InlineData("1.45", "1.4700", RuleOutcome.Compliant)]
    [InlineData("1.45", "1.5001", RuleOutcome.InsufficientEvidence)]
    [InlineData("1.5001", "1.60", RuleOutcome.Over)]
    public void Lets_the_interval_decide(string low, string high, RuleOutcome outcome)
    {
        Assert.Equal(outcome, Judge("rm2-limit", Between(low, low, high)).Outcome);
    }

    [Fact]
    public void Is_marginal_within_the_accuracy_of_the_meters_though_the_grade_is_plain()
    {
        var measured = Exactly("1.47") with { HalfWidth = 0.0300001 };

        var verdict = Judge("rm2-limit", measured);

        Assert.Equal(RuleOutcome.Marginal, verdict.Outcome);
        Assert.True(verdict.IsWithinUncertainty);
        Assert.Equal(RuleOutcome.Compliant, Judge("rm2-limit", measured with { HalfWidth = 0.02 }).Outcome);
        Assert.True(Judge("rm2-limit", Exactly("1.51") with { HalfWidth = 0.02 }) is { Outcome: RuleOutcome.Over, IsWithinUncertainty: true });
    }

    [Fact]
    public void Does_not_apply_to_edge_or_liquid_cooled_sites()
    {
        Assert.Equal(RuleOutcome.NotApplicable, Judge("rm2-limit", Exactly("1.7"), Large with { StandardRacks = 100 }).Outcome);
        Assert.Equal(RuleOutcome.Over, Judge("rm2-limit", Exactly("1.7"), Large with { StandardRacks = 101 }).Outcome);
        var liquid = Judge("rm2-limit", Exactly("1.7"), Large with { Cooling = CoolingKind.Liquid });
        Assert.Equal(RuleOutcome.NotApplicable, liquid.Outcome);
        Assert.Contains("Liquid", liquid.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_nothing_undeclared_for_a_no()
    {
        var verdict = Judge("rm2-limit", Exactly("1.2"), Large with { StandardRacks = null });

        Assert.Equal(RuleOutcome.InsufficientEvidence, verdict.Outcome);
        Assert.Equal("number of standard racks is not declared", verdict.Reason);
        Assert.Equal(RuleOutcome.InsufficientEvidence, Judge("design-factor", Exactly("1.2"), Large with { DesignRatio = null }).Outcome);
    }

    [Fact]
    public void Gives_no_verdict_on_a_doubtful_figure_none_or_another_category()
    {
        Assert.Equal("the balance does not close", Judge("rm2-limit", Exactly("1.2") with { Doubt = "the balance does not close" }).Reason);
        Assert.Equal(RuleOutcome.InsufficientEvidence, Judge("rm2-limit", RuleMeasurement.Unknown("interim")).Outcome);
        Assert.Equal(
            RuleOutcome.InsufficientEvidence,
            Judge("rm2-limit", Exactly("1.6") with { Category = PueCategory.Category3 }).Outcome);
    }

    [Fact]
    public void Accepts_a_figure_of_a_stricter_category_that_complies()
    {
        Assert.Equal(RuleOutcome.Compliant, Judge("rm2-limit", Exactly("1.2") with { Category = PueCategory.Category3 }).Outcome);
    }

    [Fact]
    public void Has_no_verdict_where_the_number_was_not_read()
    {
        var regional = RuleBook.Shipped["regional-policy"];
        var rule = regional.Rules.Single(rule => rule.Id == "JS-2021-12-31");

        var verdict = RuleJudge.Judge(regional, rule, Large, Exactly("1.2"));

        Assert.Equal((RuleOutcome.InsufficientEvidence, "the rule's number was not read"), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public void Needs_at_least_what_an_at_least_rule_asks()
    {
        var national = RuleBook.Shipped["national-policy"];
        var rule = national.Rules.Single(rule => rule.Id == "CN-2024-07-occupancy");

        Assert.Equal(RuleOutcome.Compliant, RuleJudge.Judge(national, rule, Large, Exactly("0.60")).Outcome);
        Assert.Equal(RuleOutcome.Over, RuleJudge.Judge(national, rule, Large, Exactly("0.5999")).Outcome);
    }

    [Fact]
    public void Tells_who_fails_if_the_line_moves()
    {
        var rule = Rule("rm2-grade-2");
        FiledFigure Figure(string facility, int year, string ratio) =>
            new(FacilityId.Parse(facility), BusinessCalendar.Shanghai.Year(year), Large, Exactly(ratio));

        var moved = MovedLine.To(1.25m, Gb40879, rule, [
            Figure("NJ-01", 2025, "1.20"), Figure("NJ-02", 2024, "1.27"), Figure("NJ-02", 2025, "1.26"), Figure("NJ-03", 2025, "1.40"),
        ]);

        Assert.Equal(["NJ-03", "NJ-02", "NJ-02", "NJ-01"], moved.Select(each => each.Figure.Facility.Value));
        Assert.Equal([false, true, true, false], moved.Select(each => each.Changes));
        Assert.All(moved.Where(each => each.Changes), each => Assert.Equal(RuleOutcome.Over, each.After.Outcome));
    }

    static Rule Rule(string id) => Gb40879.Rules.Single(rule => rule.Id == id);

    static RuleVerdict Judge(string rule, RuleMeasurement measured, FacilityProfile? facility = null) =>
        RuleJudge.Judge(Gb40879, Rule(rule), facility ?? Large, measured);

    static RuleMeasurement Exactly(string value) => RuleMeasurement.Exact(Ratio(value));

    static RuleMeasurement Between(string low, string value, string high) =>
        new(Ratio(value), Ratio(low), Ratio(high), null, PueCategory.Category2, null);

    static ExactRatio Ratio(string value) => ExactRatio.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
}
