using DcOps.Domain.Units;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>What changes in the plant changes on the page; what stops, says so.</summary>
public sealed class LivePageTests(Chromium chromium)
{
    static readonly LocatorAssertionsToHaveTextOptions SoonText = new() { Timeout = 15_000 };

    [Fact]
    public async Task A_changed_value_reaches_the_page()
    {
        await using var host = new DashboardHost();
        await host.InitializeAsync();
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        await visit.Page.GotoAsync($"{host.Address}/dc/NJ-01");

        host.Province.ItPower = Power.FromKilowatts(433);

        var shown = visit.Page.Locator("[data-live='it-power']").First;
        await Assertions.Expect(shown).ToHaveTextAsync("433.0 kW", SoonText);
        Assert.Equal("433000", await shown.GetAttributeAsync("data-raw"));
    }

    [Fact]
    public async Task A_page_whose_server_is_gone_says_since_when_and_recovers()
    {
        await using var host = new DashboardHost();
        await host.InitializeAsync();
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        await visit.Page.GotoAsync($"{host.Address}/");
        var strip = visit.Page.Locator("[data-frozen]");
        await Assertions.Expect(strip).ToBeHiddenAsync();

        await host.StopAsync();
        await Assertions.Expect(strip).ToBeVisibleAsync(new() { Timeout = 20_000 });
        var text = await strip.InnerTextAsync();
        await host.StartAsync();

        Assert.Matches(@"Disconnected for \d+ s; the page stands still at \d\d:\d\d:\d\d", text);
        await Assertions.Expect(strip).ToBeHiddenAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_page_without_script_shows_everything()
    {
        await using var host = new DashboardHost();
        await host.InitializeAsync();
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        var page = await client.GetStringAsync("/dc/NJ-01", TestContext.Current.CancellationToken);

        Assert.Contains("412.5 kW", page, StringComparison.Ordinal);
        Assert.Contains("1.2693", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_history_says_so_and_goes_on()
    {
        await using var host = new DashboardHost();
        await host.InitializeAsync();
        host.Province.HasHistory = false;
        await using var visit = await chromium.VisitAsync(host.Address, "en");

        await visit.Page.GotoAsync($"{host.Address}/dc/NJ-01");

        await Assertions.Expect(visit.Page.Locator(".fault")).ToHaveTextAsync("History cannot be read now; live values go on.");
        await Assertions.Expect(visit.Page.Locator("[data-live='it-power']").First).ToHaveTextAsync("412.5 kW");
    }
}
