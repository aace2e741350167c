using Bunit;
using DcOps.Dashboard.Pages.Reports;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Reports;

public sealed class RevisionTableTests
{
    static readonly BusinessPeriod Month = BusinessCalendar.Shanghai.Month(2026, 9);

    [Fact]
    public void Shows_every_revision_newest_first_with_old_and_new_side_by_side()
    {
        using var context = new PageContext("en");

        var table = context.Render<RevisionTable>(parameters => parameters
            .Add(each => each.Closed, Closed()).Add(each => each.Filed, [1]).Add(each => each.Here, 1));
        var rows = table.FindAll("tbody tr");

        Assert.Equal(["2", "1"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal(["1.3000", "1.2500", "-0.0500"], rows[0].QuerySelectorAll("td.number").Take(3).Select(cell => cell.TextContent));
        Assert.Contains("correction C-2026-0007", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/reports/NJ-01-2026-09-r1", rows[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("true", rows[1].GetAttribute("aria-current"));
        Assert.Contains("not filed", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_of_too_little_evidence_shows_no_number()
    {
        using var context = new PageContext("en");

        var table = context.Render<RevisionTable>(parameters => parameters.Add(each => each.Closed, Closed(EvidenceGrade.Insufficient)));

        Assert.Equal("◌", table.FindAll("tbody tr")[1].QuerySelectorAll("td.number")[1].TextContent);
    }

    [Fact]
    public void Reasons_are_said_in_the_readers_language()
    {
        using var context = new PageContext("zh-CN");

        var table = context.Render<RevisionTable>(parameters => parameters.Add(each => each.Closed, Closed()));

        Assert.Equal(["更正 C-2026-0007; 迟到数据", "结账"], table.FindAll("td.prose").Select(cell => cell.TextContent));
    }

    static ClosedPeriod Closed(EvidenceGrade first = EvidenceGrade.Compliance) => new(
        FacilityId.Parse("NJ-01"), PeriodKind.Month, Month,
        [
            new(1, Month.To.AddDays(5), "ledger", ClosedPeriod.FirstReason, new([], [Figure(130, 1, first)])),
            new(2, Month.To.AddDays(9), "ledger", "correction C-2026-0007; late data", new([], [Figure(125, 2, EvidenceGrade.Compliance)])),
        ]);

    static PueFigure Figure(long facility, int revision, EvidenceGrade grade) => new(
        new Ratio(facility / 100.0), PueCategory.Category1, Month.From, Month.To, new Energy(facility), new Energy(100), new Ratio(1), new Ratio(0), grade, revision);
}
