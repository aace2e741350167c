using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>From any page to a rack by its code, without a hand on the mouse.</summary>
public sealed class SearchTests(DashboardHost host, Chromium chromium) : IClassFixture<DashboardHost>
{
    [Fact]
    public async Task A_rack_is_found_and_opened_by_keyboard_from_any_page()
    {
        await using var visit = await chromium.VisitAsync(host.Address);
        await visit.Page.GotoAsync(host.Address + "/collectors");

        await visit.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(visit.Page.Locator("[data-find]")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("nj-01 a01");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/search?q=*");

        var rack = visit.Page.GetByRole(AriaRole.Link, new() { Name = "NJ-01/R01/A01" });
        await rack.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/dc/NJ-01/r/R01/A01");
    }

    [Theory]
    [InlineData("/search?q=%3Cb%3Ezz%3C%2Fb%3E", "没有同时符合所有词的结果")]
    [InlineData("/search", "拼音首字母")]
    public async Task Nothing_found_and_nothing_asked_say_how_to_ask(string path, string expected)
    {
        await using var visit = await chromium.VisitAsync(host.Address);

        await visit.Page.GotoAsync(host.Address + path);

        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(expected);
        Assert.Equal(0, await visit.Page.Locator("main b").CountAsync());
    }
}
