using DcOps.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>Every page, in both themes and both languages, in a real browser.</summary>
public sealed class EveryPageTests(DashboardHost host, Chromium chromium) : IClassFixture<DashboardHost>
{
    static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    static readonly (string Name, string Path)[] Pages =
    [
        ("province", "/"), ("city", "/city/NJ"), ("city-empty", "/city/XZ"), ("facility", "/dc/NJ-01"),
        ("rack", "/dc/NJ-01/r/R01/A01"), ("collectors", "/collectors"), ("missing", "/dc/NJ-99"),
    ];

    public static TheoryData<string, string, string, string> Views()
    {
        var views = new TheoryData<string, string, string, string>();
        foreach (var (name, path) in Pages)
        {
            foreach (var language in new[] { "zh-CN", "en" })
            {
                views.Add(name, path, language, "light");
                views.Add(name, path, language, "dark");
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_quiet_and_stays_at_home(string name, string path, string language, string theme)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language, theme);

        await visit.Page.GotoAsync(host.Address + path);
        var report = await visit.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });

        await Keep(visit.Page, $"{name}-{language}-{theme}");
        Assert.Empty(report.Violations.Select(rule => $"{rule.Id}: {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"));
        Assert.Empty(visit.Strangers);
        Assert.Empty(visit.Complaints.Where(complaint => name != "missing" || !complaint.Contains("404", StringComparison.Ordinal)));
        Assert.Equal(language == "en" ? "en" : "zh-Hans", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData("/", "en")]
    [InlineData("/", "zh-CN")]
    [InlineData("/dc/NJ-01", "en")]
    [InlineData("/dc/NJ-01", "zh-CN")]
    [InlineData("/dc/NJ-01/r/R01/A01", "en")]
    [InlineData("/dc/NJ-01/r/R01/A01", "zh-CN")]
    [InlineData("/collectors", "en")]
    [InlineData("/collectors", "zh-CN")]
    public async Task Shows_no_raw_key(string path, string language)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language);

        await visit.Page.GotoAsync(host.Address + path);
        var text = await visit.Page.Locator("body").InnerTextAsync();

        Assert.DoesNotMatch(@"\b(Layout|Age|Figure|Pue|Rack|Facility|City|Province|Point|Trend|Missing|Fault|Grade|Quality|Freshness|Condition)\.[A-Z]", text);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dc/NJ-01")]
    [InlineData("/dc/NJ-01/r/R01/A01")]
    public async Task Reflows_at_320_pixels(string path)
    {
        await using var visit = await chromium.VisitAsync(host.Address, width: 320);

        await visit.Page.GotoAsync(host.Address + path);
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        await Keep(visit.Page, $"narrow{path.Replace('/', '-')}");
        Assert.True(width <= 320, $"{path} is {width} pixels wide");
    }

    static async Task Keep(IPage page, string name)
    {
        Directory.CreateDirectory(RepositoryRoot.Of("artifacts", "pictures"));
        await page.ScreenshotAsync(new() { Path = RepositoryRoot.Of("artifacts", "pictures", $"{name}.png") });
    }
}
