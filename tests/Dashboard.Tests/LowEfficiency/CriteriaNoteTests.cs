using Bunit;
using DcOps.Dashboard.Pages.LowEfficiency;
using DcOps.Domain.Green;

namespace DcOps.Dashboard.Tests.LowEfficiency;

public sealed class CriteriaNoteTests
{
    [Fact]
    public void Without_criteria_the_page_says_what_to_configure()
    {
        using var context = new PageContext("en");

        var note = context.Render<CriteriaNote>();

        Assert.Contains("\"lowEfficiency\"", note.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Contains("No criteria are configured", note.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void With_criteria_they_are_told()
    {
        using var context = new PageContext("zh-CN");

        var note = context.Render<CriteriaNote>(parameters => parameters
            .Add(each => each.Criteria, new LowEfficiencyCriteria(1.5m, 0.5, 500, 10, 2)).Add(each => each.TargetRatio, 1.3m));

        Assert.Contains("PUE 高于 1.5，上架率低于 50.0 %，标准机架少于 500，投运满 10 年；符合其中 2 项即列入", note.Markup, StringComparison.Ordinal);
        Assert.Empty(note.FindAll("pre"));
    }
}
