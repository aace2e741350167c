using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>The picture of every rack, by keyboard and pointer, in a real browser.</summary>
public sealed partial class RackMapTests(DashboardHost host, Chromium chromium) : IClassFixture<DashboardHost>
{
    // Four of the site's sixty racks are not normal; the second site's two are not told at all.
    const string Critical = "NJ-01/R01/A04";

    [Fact]
    public async Task Draws_what_the_stream_says_and_counts_it()
    {
        await using var visit = await OpenAsync("/racks?floor=1");

        Assert.Equal(["1", "0", "1", "0", "4", "56"], await CountsAsync(visit.Page));
        var colours = await ColoursAsync(visit.Page);
        Assert.Contains("#B3123A", colours);
        Assert.Contains("#F0C000", colours);
        Assert.Contains("#20262B", colours);
    }

    [Fact]
    public async Task Is_walked_by_keyboard_from_the_worst_rack_to_its_page()
    {
        await using var visit = await OpenAsync("/racks");
        var place = visit.Page.Locator("[data-rack-place]");

        await visit.Page.Locator("rack-map canvas").FocusAsync();
        await visit.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(place).ToContainTextAsync(Critical);
        await Assertions.Expect(place).ToContainTextAsync("紧急");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(place).ToContainTextAsync("NJ-01/R01/A03");
        await visit.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(place).ToContainTextAsync(Critical);
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Page.WaitForURLAsync("**/dc/NJ-01/r/R01/A04");
    }

    [Fact]
    public async Task The_address_keeps_where_one_looks()
    {
        await using var visit = await OpenAsync("/racks");
        await visit.Page.Locator("[data-rack-do=in]").ClickAsync();
        await visit.Page.Locator("[data-rack-do=in]").ClickAsync();
        await visit.Page.Locator("[data-rack-floor]").SelectOptionAsync("4");
        await visit.Page.WaitForURLAsync(url => url.Contains("z=", StringComparison.Ordinal) && url.Contains("floor=4", StringComparison.Ordinal));
        var address = visit.Page.Url;

        await visit.Page.Locator("[data-rack-do=whole]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("z=", StringComparison.Ordinal));

        await visit.Page.GotoAsync(address);
        await DrawnAsync(visit.Page);
        await visit.Page.WaitForURLAsync(address);
        Assert.Equal("4", await visit.Page.Locator("[data-rack-floor]").InputValueAsync());
    }

    [Fact]
    public async Task A_site_that_does_not_answer_shows_no_data_and_the_table_says_so_too()
    {
        host.Province.Fault = new TimeoutException("silent");
        try
        {
            await using var visit = await OpenAsync("/racks");

            Assert.Equal(["0", "0", "0", "0", "62", "0"], await CountsAsync(visit.Page));
            Assert.Equal(62, await visit.Page.Locator("tbody tr").CountAsync());
        }
        finally
        {
            host.Province.Fault = null;
        }
    }

    async Task<Visit> OpenAsync(string path)
    {
        var visit = await chromium.VisitAsync(host.Address);
        await visit.Page.GotoAsync(host.Address + path);
        await DrawnAsync(visit.Page);
        return visit;
    }

    static Task DrawnAsync(IPage page) =>
        Assertions.Expect(page.Locator("rack-map")).ToHaveAttributeAsync("data-drawn", Sequence(), new() { Timeout = 60_000 });

    /// <summary>Critical, major, minor, advisory, silent, normal.</summary>
    static async Task<string[]> CountsAsync(IPage page)
    {
        var counts = new List<string>();
        foreach (var state in new[] { 4, 3, 2, 1, 5, 0 })
            counts.Add((await page.Locator(string.Create(CultureInfo.InvariantCulture, $"[data-rack-count='{state}']")).GetAttributeAsync("data-raw"))!);
        return [.. counts];
    }

    static async Task<HashSet<string>> ColoursAsync(IPage page) =>
    [
        .. await page.EvaluateAsync<string[]>("""
            () => {
              const canvas = document.querySelector('rack-map canvas');
              const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
              const hex = pixel => '#' + [pixel, pixel >> 8, pixel >> 16].map(part => (part & 255).toString(16).padStart(2, '0')).join('').toUpperCase();
              return [...new Set(pixels)].map(hex);
            }
            """),
    ];

    [GeneratedRegex("^[1-9][0-9]*$")]
    private static partial Regex Sequence();
}
