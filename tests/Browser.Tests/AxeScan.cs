using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>What axe finds on a page: every rule of WCAG 2.2 AA in the light theme, and what depends on colours once more in the dark one.</summary>
static class AxeScan
{
    static readonly RunOnlyOptions Everything = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
    static readonly RunOnlyOptions Colours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

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

    /// <summary>Scans the page as it stands and then in the dark theme, and keeps a picture of both under the name.</summary>
    /// <returns>A sentence for each rule that is broken, with the theme and the elements; empty where none is.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string picture, bool whole = false)
    {
        var light = await ScanAsync(page, Everything, "light", picture, whole);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        return [.. light, .. await ScanAsync(page, Colours, "dark", picture, whole)];
    }

    static async Task<IEnumerable<string>> ScanAsync(IPage page, RunOnlyOptions rules, string theme, string picture, bool whole)
    {
        var report = await page.RunAxe(new AxeRunOptions { RunOnly = rules });
        await Picture.KeepAsync(page, $"{picture}-{theme}", whole);
        return report.Violations.Select(rule => $"{theme}, {rule.Id}: {string.Join(" | ", rule.Nodes.Take(4).Select(node => node.Html))}");
    }
}
