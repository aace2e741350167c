using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>A past minute: shown as such, kept while one walks, and left again.</summary>
public sealed class ReplayTests(DashboardHost host, Chromium chromium) : IClassFixture<DashboardHost>
{
    [Fact]
    public async Task A_past_minute_is_framed_walked_and_left()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        var bar = visit.Page.Locator("[data-replay]");

        await visit.Page.GotoAsync($"{host.Address}/dc/NJ-01?at=2026-11-20T21:00");
        await Assertions.Expect(bar).ToContainTextAsync("Replay of 2026-11-20 21:00");
        Assert.Equal(0, await visit.Page.Locator("[data-live-path]").CountAsync());
        await visit.Page.Locator("main a", new() { HasTextString = "R01 Room 1" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/dc/NJ-01/r/R01?at=2026-11-20T21%3A00");
        await Assertions.Expect(bar).ToContainTextAsync("Replay of 2026-11-20 21:00");
        await bar.GetByText("1 min on").ClickAsync();
        await Assertions.Expect(bar).ToContainTextAsync("Replay of 2026-11-20 21:01");
        await bar.GetByText("Back to now").ClickAsync();

        await Assertions.Expect(bar).ToHaveCountAsync(0);
        Assert.Equal(1, await visit.Page.Locator("[data-live-path]").CountAsync());
    }

    [Fact]
    public async Task A_time_that_is_none_is_told_and_the_page_shows_now()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");

        await visit.Page.GotoAsync($"{host.Address}/dc/NJ-01?at=tomorrow");

        await Assertions.Expect(visit.Page.Locator("p.replay")).ToContainTextAsync("names no past minute");
        Assert.Equal(1, await visit.Page.Locator("[data-live-path]").CountAsync());
    }
}
