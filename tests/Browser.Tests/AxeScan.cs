using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>
/// What axe finds on a page by every rule of WCAG 2.2 AA. What it finds in words depends on the language and what it finds in
/// colours on the theme, so two scans see both of each: Chinese in the light theme, English in the dark one.
/// </summary>
static class AxeScan
{
    static readonly RunOnlyOptions Everything = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

    /// <summary>Every page in both languages.</summary>
    public static TheoryData<string, string> InBothLanguages(IEnumerable<string> pages)
    {
        var views = new TheoryData<string, string>();
        foreach (var page in pages)
        {
            views.Add(page, "zh-CN");
            views.Add(page, "en");
        }

        return views;
    }

    /// <summary>Scans the page in the theme that goes with its language, and keeps a picture of it in both themes under the name.</summary>
    /// <returns>A sentence for each rule that is broken, with the theme and the elements; empty where none is.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string picture, bool whole = false)
    {
        var chinese = (await page.Locator("html").GetAttributeAsync("lang"))!.StartsWith("zh", StringComparison.Ordinal);
        var (scanned, other) = chinese ? (ColorScheme.Light, ColorScheme.Dark) : (ColorScheme.Dark, ColorScheme.Light);
        await KeepAsync(other);
        await KeepAsync(scanned);
        var report = await page.RunAxe(new AxeRunOptions { RunOnly = Everything });
        return
        [
            .. report.Violations.Select(rule => $"{scanned}, {rule.Id}: {string.Join(" | ", rule.Nodes.Take(4).Select(node => node.Html))}"),
        ];

        async Task KeepAsync(ColorScheme theme)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await Picture.KeepAsync(page, $"{picture}-{(theme == ColorScheme.Dark ? "dark" : "light")}", whole);
        }
    }
}
