using Bunit;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Live;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>The whole list page over sixty facilities.</summary>
public sealed class CompliancePageTests
{
    /// <summary>Elements of a page; the frame around it has fewer than fifty.</summary>
    const int MostElements = 1_450;

    static readonly ComplianceRow[] Rows =
        [.. Enumerable.Range(0, 60).Select(number => SampleRows.Row(number, number == 7 ? null : 1.2m + (number * 0.01m), 0.02m, groups: ["dual-core"]))];

    [Theory]
    [InlineData("zh-CN", "")]
    [InlineData("en", "?page=2")]
    [InlineData("en", "?tab=line")]
    [InlineData("zh-CN", "?tab=rollups")]
    public void Stays_within_its_share_of_elements(string language, string query)
    {
        using var context = Context(language, query);

        Assert.InRange(context.Render<CompliancePage>().FindAll("*").Count, 100, MostElements);
    }

    [Fact]
    public void Has_fifty_rows_and_leads_to_the_rest()
    {
        using var context = Context("en", "");

        var page = context.Render<CompliancePage>();

        Assert.Equal(50, page.FindAll("tr[data-facility]").Count);
        Assert.Equal("/pue?page=2", page.Find("a[rel=next]").GetAttribute("href"));
        Assert.Equal("/pue.csv", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void Says_what_is_partial_and_goes_on_without_the_live_side()
    {
        using var context = Context("en", "");

        var strips = context.Render<CompliancePage>().FindAll(".partial").Select(strip => strip.TextContent).ToList();

        Assert.Equal(2, strips.Count);
        Assert.StartsWith("1 of 60 data centres have nothing closed", strips[0], StringComparison.Ordinal);
        Assert.StartsWith("The live side does not answer", strips[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_is_none_is_named_and_the_trailing_year_shown()
    {
        using var context = Context("en", "?period=soon");

        Assert.Contains("'soon' is no period", context.Render<CompliancePage>().Find(".fault").TextContent, StringComparison.Ordinal);
    }

    static PageContext Context(string language, string query)
    {
        var context = new PageContext(language, SampleRows.Inventory(Rows));
        context.Services.AddSingleton(AnsweringLedger.With(SampleRows.List(Rows)));
        context.Services.AddSingleton<IProvinceView>(SilentProvince.Instance);
        context.Services.AddSingleton(RuleBook.Shipped);
        context.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(SampleRows.At));
        var http = new DefaultHttpContext();
        http.Request.QueryString = new(query);
        context.RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<HttpContext>>(parameters => parameters.Add(each => each.Value, http));
        return context;
    }
}
