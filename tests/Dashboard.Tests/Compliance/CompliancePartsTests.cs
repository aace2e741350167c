using Bunit;
using DcOps.Dashboard.Components;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Kpis;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>What the parts of the regulator's pages draw.</summary>
public sealed class CompliancePartsTests
{
    [Fact]
    public void A_bullet_bar_says_in_words_everything_that_it_draws()
    {
        using var context = new PageContext("en");

        var bar = context.Render<BulletBar>(parameters => parameters
            .Add(each => each.Annual, 1.598).Add(each => each.Low, 1.571).Add(each => each.High, 1.623)
            .Add(each => each.Recent, 1.622).Add(each => each.Limit, 1.5m));

        Assert.Equal("annual 1.598, between 1.571 and 1.623; 30 days 1.622; limit 1.50", bar.Find("svg").GetAttribute("aria-label"));
        Assert.Equal(["bar", "reach", "recent", "limit"], bar.FindAll("path").Select(path => path.ClassName));
    }

    [Fact]
    public void A_bullet_bar_without_a_figure_draws_no_bar()
    {
        using var context = new PageContext("zh-CN");

        Assert.Empty(context.Render<BulletBar>().FindAll("path"));
    }

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(1.35, 90)]
    [InlineData(2.4, 180)]
    public void What_lies_beyond_the_scale_stands_at_its_end(double ratio, double x) => Assert.Equal(x, BulletScale.X(ratio), 6);

    [Fact]
    public void A_limit_that_was_not_read_in_its_text_is_marked()
    {
        var row = SampleRows.Row(1, 1.7m);
        using var context = new PageContext("en", SampleRows.Inventory(row));

        var table = context.Render<VerdictTable>(parameters => parameters
            .Add(each => each.Title, "Verdicts").Add(each => each.Verdicts, row.Compliance!.Verdicts));

        Assert.Contains("◇ not verified", table.Find("tr[data-rule='gb-t-32910/eeue-1']").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("◇", table.Find("tr[data-rule='gb-40879/rm2-limit']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_may_not_be_shown_is_a_gap_and_stands_in_the_table()
    {
        using var context = new PageContext("en");
        ImmutableArray<MonthFigure> months =
        [
            Month(9, SampleRows.Figure(1.61m, default, default)), Month(10, SampleRows.Figure(1.4m, default, default, EvidenceGrade.Insufficient)),
            Month(11, null),
        ];

        var bars = context.Render<MonthBars>(parameters => parameters
            .Add(each => each.Facility, FacilityId.Parse("NJ-01")).Add(each => each.Months, months).Add(each => each.Limit, 1.5m));

        Assert.Single(bars.FindAll("rect.over"));
        Assert.Equal(2, bars.FindAll("rect.gap").Count);
        Assert.Equal(["2026-11", "2026-10", "2026-09"], bars.FindAll("tr[data-month]").Select(row => row.GetAttribute("data-month")));
        Assert.DoesNotContain("1.400", bars.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_line_lists_whose_newest_verdict_changes()
    {
        var pack = RuleBook.Shipped["gb-40879"];
        var rule = pack.Rules.Single(each => each.Id == "rm2-limit");
        var lines = MovedLine.To(1.25m, pack, rule, new[] { (1, 1.2m), (2, 1.4m), (3, 1.6m) }.Select(each =>
        {
            var row = SampleRows.Row(each.Item1, each.Item2);
            return new FiledFigure(row.Facility.Id, SampleRows.Year, row.Declaration.Profile, row.Compliance!.Annual);
        }));

        var moved = Assert.Single(MovedFacility.Changing(lines));

        Assert.Equal(("CZ-02", RuleOutcome.Over, 1, 1), (moved.Facility.Value, moved.Newest.After.Outcome, moved.YearsOver, moved.Years));
    }

    static MonthFigure Month(int month, PueFigure? figure) => new(BusinessCalendar.Shanghai.Month(2026, month), null, figure);
}
