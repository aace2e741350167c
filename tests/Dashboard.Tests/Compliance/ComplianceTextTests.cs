using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Rules;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>Figures and reasons in words.</summary>
public sealed class ComplianceTextTests
{
    public static TheoryData<string> Reasons => [.. Clauses];

    static readonly string[] Clauses =
    [
        "the rule's number was not read", "no design ratio was filed", "there is no figure", "the rule does not accept a figure of Category3",
        "what is missing could turn the answer", "within measurement uncertainty", "less than 0.02 below the limit",
        "it lies in CN-JS, outside CN-BJ", "it lies in none of hub", "sector finance is exempt", "kind of cooling is not declared",
        "sector is not declared", "its number of standard racks is 80", "its kind of project is New", "its cold region is False",
        "no Category1 energy is known", "31 days are no year", "a ratio of 3.4000 is a metering fault", "IT energy may have been nothing",
        "categories contradict each other: IT energy grows downstream", "the balance of ups-1 is off by 9.9 %", "300 of 365 days are closed",
        "it was not measured",
    ];

    [Theory]
    [InlineData(1.5003, 1.5, "1.5003")]
    [InlineData(1.50000001, 1.5, "1.500000")]
    [InlineData(1.5, 1.5, "1.500")]
    [InlineData(1.5984, 1.5, "1.598")]
    public void A_ratio_never_looks_like_a_limit_that_it_differs_from(double ratio, double limit, string text)
    {
        using var context = new PageContext("en");

        Assert.Equal(text, context.Words.Pue(ratio, (decimal)limit));
    }

    [Fact]
    public void An_interval_that_missing_data_leaves_open_says_so()
    {
        using var context = new PageContext("en");

        Assert.Equal("[1.200, ∞]", context.Words.Interval(ExactRatio.Of(1.2m), null));
        Assert.Equal("", context.Words.Interval(null, null));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_is_said_in_chinese_and_stays_as_filed_in_english(string reason)
    {
        using (var chinese = new PageContext("zh-CN"))
            Assert.DoesNotMatch(" (is|are|the|not|no|of) ", ReasonText.Of(reason, chinese.Words));
        using var english = new PageContext("en");
        Assert.DoesNotContain("Reason.", ReasonText.Of(reason, english.Words), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reasons_that_the_shipped_rules_give_are_all_known()
    {
        using var context = new PageContext("zh-CN");
        var profiles = new[]
        {
            new FacilityProfile("CN-GD", ["hub"], 40, null, null, null, null, null, null, null),
            new FacilityProfile("CN-JS", [], 5_000, ProjectKind.New, new(2024, 1, 1), CoolingKind.Liquid, false, true, "finance", null),
        };
        var measured = RuleMeasurement.Unknown("it was not measured");

        var reasons = profiles.SelectMany(profile => RuleBook.Shipped.Packs.SelectMany(pack => pack.Rules.Select(rule => RuleJudge.Judge(pack, rule, profile, measured).Reason)))
            .Where(reason => reason.Length > 0).Distinct().Select(reason => ReasonText.Of(reason, context.Words)).ToList();

        Assert.InRange(reasons.Count, 6, 60);
        Assert.DoesNotContain(reasons, reason => reason.Contains(" is ", StringComparison.Ordinal) || reason.Contains("lies in", StringComparison.Ordinal));
    }
}
