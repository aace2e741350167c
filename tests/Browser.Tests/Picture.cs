using DcOps.Testing;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>Pictures of pages, kept in <c>artifacts/pictures</c> for a person to look at.</summary>
static class Picture
{
    public static async Task KeepAsync(IPage page, string name, bool whole = false)
    {
        Directory.CreateDirectory(RepositoryRoot.Of("artifacts", "pictures"));
        await page.ScreenshotAsync(new() { Path = RepositoryRoot.Of("artifacts", "pictures", $"{name}.png"), FullPage = whole });
    }
}
