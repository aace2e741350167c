
namespace DcOps.Browser.Tests;

/// <summary>Every page, in both themes and both languages, in a real browser.</summary>
public sealed class EveryPageTests(DashboardHost host, Chromium chromium) : IClassFixture<DashboardHost>
{
    static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["province"] = "/",
        ["city"] = "/city/NJ",
        ["city-empty"] = "/city/XZ",
        ["facility"] = "/dc/NJ-01",
        ["rack"] = "/dc/NJ-01/r/R01/A01",
        ["room"] = "/dc/NJ-01/r/R01",
        ["room-quality"] = "/quality/NJ-01/R01?day=2026-11-20",
        ["room-load"] = "/dc/NJ-01/r/R01?show=Load",
        ["replay"] = "/dc/NJ-01?at=2026-11-20T21:00",
        ["racks"] = "/racks",
        ["chain"] = "/dc/NJ-01/chain",
        ["kiosk"] = "/kiosk",
        ["kiosk-incidents"] = "/kiosk?view=Incidents",
        ["kiosk-cities"] = "/kiosk?view=Cities",
        ["search"] = "/search?q=a0",
        ["collectors"] = "/collectors",
        ["missing"] = "/dc/NJ-99",
    };

    public static TheoryData<string, string> Views() => AxeScan.InBothLanguages(Pages.Keys.Order());

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_quiet_and_stays_at_home(string name, string language)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language);

        await visit.Page.GotoAsync(host.Address + Pages[name]);
        var violations = await AxeScan.ViolationsAsync(visit.Page, $"{name}-{language}");

        Assert.Empty(violations);
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
    [InlineData("/dc/NJ-01/r/R01?at=2026-11-20T21:00", "en")]
    [InlineData("/dc/NJ-01/r/R01?at=2026-11-20T21:00", "zh-CN")]
    [InlineData("/quality/NJ-01/R01?day=2026-11-20", "en")]
    [InlineData("/kiosk?view=Incidents", "en")]
    [InlineData("/racks", "en")]
    [InlineData("/racks", "zh-CN")]
    [InlineData("/collectors", "en")]
    [InlineData("/collectors", "zh-CN")]
    public async Task Shows_no_raw_key(string path, string language)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language);

        await visit.Page.GotoAsync(host.Address + path);
        var text = await visit.Page.Locator("body").InnerTextAsync();

        Assert.DoesNotMatch(@"\b(Layout|Age|Figure|Pue|Rack|Facility|City|Province|Point|Trend|Missing|Fault|Grade|Quality|Freshness|Condition|RackMap|Room|RoomQuality|Kiosk|Feed|Chain|Equipment|QualityPage|Replay)\.[A-Z]", text);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dc/NJ-01")]
    [InlineData("/dc/NJ-01/r/R01/A01")]
    [InlineData("/racks")]
    [InlineData("/kiosk")]
    [InlineData("/dc/NJ-01/r/R01")]
    [InlineData("/?at=2026-11-20T21:00")]
    public async Task Reflows_at_320_pixels(string path)
    {
        await using var visit = await chromium.VisitAsync(host.Address, width: 320);

        await visit.Page.GotoAsync(host.Address + path);
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        await Picture.KeepAsync(visit.Page, $"narrow{path.Replace('/', '-').Replace('?', '-').Replace(':', '-')}");
        Assert.True(width <= 320, $"{path} is {width} pixels wide");
    }

}
